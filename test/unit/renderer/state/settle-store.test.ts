import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { settleStore } from '../../../../renderer/state/settle-store'
import type { StoreState } from '../../../../shared/ipc/contract'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const saved = (second: number): StoreState => ({ kind: 'saved', at: `2026-11-24T08:00:${second}Z` })
const saving: StoreState = { kind: 'saving' }
const failing: StoreState = { kind: 'failing', message: 'Ổ đĩa đầy', recoveryPath: null }

function listen() {
  const shown: StoreState[] = []
  return { shown, settle: settleStore(state => shown.push(state)) }
}

test('the first word of the store is shown at once', () => {
  const { shown, settle } = listen()
  settle.hear(saved(10))
  expect(shown).toEqual([saved(10)])
})

test('keystrokes that are saved quickly show nothing until the person pauses', () => {
  const { shown, settle } = listen()
  settle.hear(saved(10))
  for (let key = 0; key < 50; key++) {
    settle.hear(saving)
    vi.advanceTimersByTime(60)
    settle.hear(saved(11 + (key % 40)))
    vi.advanceTimersByTime(60)
  }
  expect(shown).toHaveLength(1)
  vi.advanceTimersByTime(2000)
  expect(shown).toEqual([saved(10), saved(20)])
})

test('saving that lasts is shown, and so is its end', () => {
  const { shown, settle } = listen()
  settle.hear(saved(10))
  settle.hear(saving)
  vi.advanceTimersByTime(300)
  settle.hear(saving)
  vi.advanceTimersByTime(300)
  settle.hear(saved(11))
  expect(shown).toEqual([saved(10), saving, saved(11)])
})

test('a failure is shown at once, every new one, and nothing old comes after it', () => {
  const { shown, settle } = listen()
  settle.hear(saved(10))
  settle.hear(saving)
  settle.hear(failing)
  settle.hear({ ...failing, recoveryPath: '/tam/khoi-phuc' })
  vi.advanceTimersByTime(5000)
  expect(shown).toEqual([saved(10), failing, { ...failing, recoveryPath: '/tam/khoi-phuc' }])
})

test('saved again after a failure is shown at once', () => {
  const { shown, settle } = listen()
  settle.hear(saved(10))
  settle.hear(failing)
  settle.hear(saved(12))
  expect(shown.at(-1)).toEqual(saved(12))
})

test('another report whose time of saving is the same is still told to be saved', () => {
  const { shown, settle } = listen()
  settle.hear({ kind: 'read-only', message: 'Đang mở ở nơi khác' })
  settle.hear(saved(10))
  expect(shown).toHaveLength(2)
})

test('nothing is shown after stopping', () => {
  const { shown, settle } = listen()
  settle.hear(saved(10))
  settle.hear(saving)
  settle.stop()
  vi.advanceTimersByTime(5000)
  expect(shown).toHaveLength(1)
})
