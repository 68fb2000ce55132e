import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { settleConnection } from '../../../../renderer/state/settle-connection'
import { noCommittee, type CommitteeState } from '../../../../shared/ipc/committee'

const at = (connection: CommitteeState['connection'], unsent = 0): CommitteeState => ({
  ...noCommittee,
  part: 'member',
  connection,
  unsent,
})

let shown: CommitteeState[]
let settled: ReturnType<typeof settleConnection>
beforeEach(() => {
  vi.useFakeTimers()
  shown = []
  settled = settleConnection(state => shown.push(state))
})
afterEach(() => {
  settled.stop()
  vi.useRealTimers()
})

test('a change of the connection is shown at once', () => {
  settled.hear(at('connecting'))
  settled.hear(at('connected'))
  settled.hear(at('offline', 3))
  expect(shown).toEqual([at('connecting'), at('connected'), at('offline', 3)])
})

test('while connected, edits on their way are shown only where sending lasts', () => {
  settled.hear(at('connected'))
  for (let key = 0; key < 20; key++) {
    settled.hear(at('connected', 1))
    vi.advanceTimersByTime(100)
    settled.hear(at('connected'))
    vi.advanceTimersByTime(100)
  }
  expect(shown).toEqual([at('connected')])
  settled.hear(at('connected', 2))
  vi.advanceTimersByTime(1500)
  expect(shown).toEqual([at('connected')])
  vi.advanceTimersByTime(500)
  expect(shown).toEqual([at('connected'), at('connected', 2)])
  settled.hear(at('connected'))
  expect(shown.at(-1)).toEqual(at('connected'))
})

test('edits made without the network are counted a second later, however fast they come', () => {
  settled.hear(at('offline'))
  for (let edit = 1; edit <= 25; edit++) {
    settled.hear(at('offline', edit))
    vi.advanceTimersByTime(100)
  }
  expect(shown.map(({ unsent }) => unsent)).toEqual([0, 10, 20])
  vi.advanceTimersByTime(1000)
  expect(shown.at(-1)?.unsent).toBe(25)
})
