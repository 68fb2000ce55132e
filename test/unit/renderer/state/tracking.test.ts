// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useCommittee } from '../../../../renderer/state/committee'
import type { RecordDraft } from '../../../../renderer/state/review'
import { toggleTracking } from '../../../../renderer/state/tracking'
import { watchTracking } from '../../../../renderer/state/watch-tracking'
import { useWindow } from '../../../../renderer/state/window-state'
import { noLedgerView } from '../../../../shared/ipc/ledger-view'
import { heading, note, noteRef, paragraph, report, sheet, text } from '../../../support/build-report'
import { atEnd, caretAt, meet, press, select, twoWriters, type, type Writer } from '../../../support/writers'

type Tracked = Extract<RecordDraft, { kind: 'change.tracked' }>

let ana: Writer
let ben: Writer
let stop: () => void
let kept: Tracked[]
let written: unknown[]

beforeEach(() => {
  vi.useFakeTimers()
  kept = []
  written = []
  const ask = (name: string, input: unknown) => {
    if (name === 'review.add') kept.push(...(input as { records: Tracked[] }).records)
    if (name === 'settings.write') written.push(input)
    return Promise.resolve({ ok: true, value: {} })
  }
  Object.assign(window, { host: { ask, listen: () => () => undefined } })
  const start = report({
    text: text(
      sheet(heading('roman', 'Kết quả', 'A'), paragraph('Thu đủ', noteRef('n')), paragraph('Chi đúng')),
    ),
    notes: { n: note('Theo kho bạc') },
  })
  ;({ ana, ben } = twoWriters(start, [1, 2]))
  stop = watchTracking(ana.session)
})
afterEach(() => {
  stop()
  for (const { session } of [ana, ben]) session.close()
  useWindow.setState(({ settings }) => ({ settings: { ...settings, tracking: false } }))
  useCommittee.setState({ ledger: noLedgerView })
  vi.useRealTimers()
})

const wait = () => vi.advanceTimersByTime(1000)
/** What was kept of blocks: the words before the edit; null for those that are new. */
const before = () => kept.map(({ was }) => (was && typeof was !== 'string' ? JSON.stringify(was) : was))

test('without tracking nothing is kept of an edit', () => {
  caretAt(ana, 'Thu đủ', 3)
  type(ana, ' rất')
  wait()
  expect(kept).toEqual([])
})

test('with tracking on, what a paragraph said before an edit is kept, and not with every letter', () => {
  toggleTracking()
  caretAt(ana, 'Chi đúng', atEnd)
  for (const letter of ' hẹn') type(ana, letter)
  wait()
  expect(before()).toEqual([expect.stringContaining('"Chi đúng"')])
})

test('what was written before tracking was switched on is no tracked change, however shortly before', () => {
  caretAt(ana, 'Chi đúng', atEnd)
  type(ana, ' hẹn')
  toggleTracking()
  wait()
  expect(kept).toEqual([])
})

test('what was written before tracking is switched off is still kept', () => {
  toggleTracking()
  caretAt(ana, 'Chi đúng', atEnd)
  type(ana, ' hẹn')
  toggleTracking()
  wait()
  expect(before()).toEqual([expect.stringContaining('"Chi đúng"')])
})

test('a new paragraph and one that is gone are kept with the one before them', () => {
  toggleTracking()
  caretAt(ana, 'Chi đúng', atEnd)
  press(ana, 'Enter')
  type(ana, 'Vay ít')
  wait()
  const come = kept.splice(0)
  expect(come.some(({ was, after }) => was === null && after !== null)).toBe(true)
  select(ana, ['Thu đủ', 0], ['Chi đúng', 0])
  press(ana, 'Backspace')
  wait()
  expect(before().join()).toContain('Thu đủ')
})

test('what a colleague writes is not kept as mine, also between two edits of mine', () => {
  toggleTracking()
  caretAt(ben, 'Chi đúng', atEnd)
  type(ben, ' của Bình')
  meet(ana, ben)
  wait()
  expect(kept).toEqual([])
  caretAt(ana, 'Thu đủ', 3)
  type(ana, ' rất')
  wait()
  expect(kept).toHaveLength(1)
})

test('when the secretary tracks for everyone it is on, and oneself cannot switch it off', () => {
  useCommittee.setState({ ledger: { ...noLedgerView, tracking: true } })
  toggleTracking()
  caretAt(ana, 'Chi đúng', atEnd)
  type(ana, ' hẹn')
  wait()
  expect(kept).toHaveLength(1)
  expect(useWindow.getState().settings.tracking).toBe(false)
})

test('the switch is kept on this computer', () => {
  toggleTracking()
  wait()
  expect(written).toEqual([{ tracking: true }])
})
