import { EditorState } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { bookOf } from '../../../shared/approvals/approvers'
import { fingerprintsOf, sectionFingerprint } from '../../../shared/approvals/section-fingerprint'
import { sectionStates } from '../../../shared/approvals/section-states'
import { copySection, readCopy } from '../../../shared/approvals/section-copy'
import { viewOfLedger } from '../../../shared/ledger/view-of-ledger'
import type { BlockId, NoteId } from '../../../shared/report/ids'
import { schema } from '../../../shared/report/schema'
import type { Report } from '../../../shared/report/report'
import { forEachBlock, blockIdOf } from '../../../shared/report/nodes'
import { ApprovalRoom } from '../../support/approval-room'
import { note } from '../../support/build-report'

/** A report as a window has it: after an edit, whatever it did not touch is the same object. */
function typed(report: Report, block: string, words: string): Report {
  let at = 0
  forEachBlock(report.text, (node, pos) => {
    if (blockIdOf(node) === block) at = pos + 1
  })
  const { tr } = EditorState.create({ schema, doc: report.text })
  return { ...report, text: tr.insertText(words, at).doc }
}

/** The same report of new objects, about which nothing is remembered. */
const anew = (report: Report): Report => ({ ...report, text: schema.nodeFromJSON(report.text.toJSON()) })

const all = ['A', 'A1', 'L', 'L1', 'B', 'C'] as BlockId[]
const prints = (report: Report) => all.map(section => fingerprintsOf(report).get(section))

test('what is remembered of an earlier state never answers for a later one', () => {
  let report = new ApprovalRoom().report
  prints(report)
  const edits: ((before: Report) => Report)[] = [
    before => typed(before, 'L-p', 'x'),
    before => typed(before, 'L1-p', 'y'),
    before => ({ ...before, notes: new Map([...before.notes, ['L-note' as NoteId, note('Khác')]]) }),
    before => typed(before, 'A', 'z'),
    before => ({ ...before, notes: new Map() }),
    before => ({ ...before, options: new Map() }),
    before => ({ ...before, indicators: new Map() }),
  ]
  for (const edit of edits) {
    const after = edit(report)
    expect(prints(after)).toEqual(prints(anew(after)))
    expect(prints(after)).not.toEqual(prints(report))
    report = after
  }
})

test('a window that is told of the ledger computes the states that the host computes', () => {
  const room = new ApprovalRoom()
  const lan = room.join('leader', 'Nguyễn Thị Lan')
  room.ask({ kind: 'approvers.set', section: 'A', members: [lan.id], subtree: true })
  room.approve(lan, 'L')
  const view = bookOf(viewOfLedger(room.ledger.current))
  const later = typed(room.report, 'L1-p', 'x')
  for (const report of [room.report, later])
    expect(all.map(section => sectionStates(report, view).get(section)?.state)).toEqual(
      all.map(section => sectionStates(report, room.ledger.current).get(section)?.state),
    )
  expect(sectionStates(later, view).get('L' as BlockId)).toMatchObject({
    ...{ state: 'outdated', next: lan.id, isBlocked: false },
    lapsed: [{ of: 'L', approval: { member: lan.id } }],
  })
})

test('open threads hold a section up as long as the report asks for it, and change no state', () => {
  const room = new ApprovalRoom()
  const states = (): readonly unknown[] => {
    const found = sectionStates(room.report, room.ledger.current, () => ({ threads: 1, proposals: 0 }))
    const { state, isBlocked } = found.get('L' as BlockId)!
    return [state, isBlocked]
  }
  expect(states()).toEqual(['writing', true])
  room.ask({ kind: 'approval.rules', noOpenThreads: false })
  expect(states()).toEqual(['writing', false])
})

test('a copy holds one section with what it shows, and has its fingerprints', () => {
  const { report } = new ApprovalRoom()
  const copy = copySection(report, 'L' as BlockId)!
  const read = readCopy(JSON.parse(JSON.stringify(copy)))
  expect(read.fingerprint).toBe(sectionFingerprint(report, 'L' as BlockId))
  expect(read.parts).toEqual([{ section: 'L1', fingerprint: sectionFingerprint(report, 'L1' as BlockId) }])
  expect([...read.report.notes.keys(), ...read.report.indicators.keys()]).toEqual(['L-note', 'L-table'])
  expect(() => readCopy({ ...copy, section: 'B' })).toThrow(RangeError)
})
