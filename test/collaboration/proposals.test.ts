// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import type { NoteId } from '../../shared/report/ids'
import { planProposals } from '../../shared/review/apply-all'
import { applyProposal } from '../../shared/review/apply-proposal'
import { proposeEdits, type ProposalDraft } from '../../shared/review/propose-edits'
import { readReport } from '../../shared/sync/read-report'
import { editedCopy, proposed } from '../support/edited-copy'
import { heading, note, noteRef, paragraph, report, sheet, text } from '../support/build-report'
import { randomFrom } from '../support/random'
import { randomReport } from '../support/random-report'
import {
  atEnd,
  bothOrders,
  caretAt,
  meet,
  press,
  twoWriters,
  type,
  writer,
  type Writer,
} from '../support/writers'

const fixture = () =>
  report({
    text: text(
      sheet(
        heading('number', 'Kinh tế'),
        paragraph('Tốc độ tăng trưởng rất thấp', noteRef('n1'), ' trong những năm đầu nhiệm kỳ'),
      ),
      sheet(heading('number', 'Xã hội'), paragraph('Đời sống nhân dân được cải thiện rõ rệt')),
    ),
    notes: { n1: note('Số liệu của cơ quan thống kê năm ngoái') },
  })

/** What a person would have, with these words in place of others in one block. */
function propose(who: Writer, was: string, now: string): ProposalDraft {
  const index = who.session.review.index()
  const start = index.report.text
  const changed = start.type.schema.nodeFromJSON(
    JSON.parse(JSON.stringify(start.toJSON()).replace(was, now)) as object,
  )
  const [draft] = proposeEdits(index, { ...index.report, text: changed })
  if (!draft) throw new Error('Nothing was proposed')
  return draft
}

function accept({ session }: Writer, draft: ProposalDraft): string {
  const applied = applyProposal(draft, session.review.index())
  if (applied.kind === 'edit') session.carryOut([applied.edit])
  return applied.kind
}

describe.each(bothOrders)('clients %i and %i', (...ids) => {
  test('a proposal is carried out after the paragraph was split and written in elsewhere', () => {
    const { ana, ben } = twoWriters(fixture(), ids)
    const draft = propose(ana, 'rất thấp', 'khá cao')
    caretAt(ben, 'Tốc độ', atEnd)
    type(ben, ' và sau đó')
    caretAt(ben, 'Tốc độ', 6)
    press(ben, 'Enter')
    meet(ana, ben)
    expect(accept(ben, draft)).toBe('edit')
    meet(ana, ben)
    for (const { body } of [ana, ben]) expect(readReport(body).text.textContent).toContain('khá cao')
    expect(readReport(ana.body).text.textContent).toContain('và sau đó')
  })

  test('neighbouring deletions that two people accept at once both survive', () => {
    const { ana, ben } = twoWriters(fixture(), ids)
    const first = propose(ana, 'nhân dân ', '')
    const second = propose(ben, 'được cải thiện ', '')
    expect(accept(ana, first)).toBe('edit')
    expect(accept(ben, second)).toBe('edit')
    meet(ana, ben)
    for (const { body } of [ana, ben]) expect(readReport(body).text.textContent).toContain('Đời sống rõ rệt')
  })

  test('undo takes back what was accepted, and says so to what belongs to it', () => {
    const { ana, ben } = twoWriters(fixture(), ids)
    const draft = propose(ana, 'rõ rệt', 'đáng kể')
    const told: string[] = []
    accept(ana, draft)
    ana.session.history.tie({ takeBack: () => told.push('back'), doAgain: () => told.push('again') })
    type(ben, 'ạ')
    meet(ana, ben)
    ana.session.undo()
    expect(readReport(ana.body).text.textContent).toContain('rõ rệt')
    ana.session.redo()
    expect(readReport(ana.body).text.textContent).toContain('đáng kể')
    ana.session.undo()
    expect(told).toEqual(['back', 'again', 'back'])
  })
})

test('words of a note that no editor shows are changed there, and come back with undo', () => {
  const ana = writer(1, fixture())
  const index = ana.session.review.index()
  const notes = new Map([['n1' as NoteId, note('Số liệu của cơ quan thống kê năm nay')]])
  const [draft] = proposeEdits(index, { ...index.report, notes })
  if (!draft) throw new Error('Nothing was proposed')
  expect(accept(ana, draft)).toBe('edit')
  expect(readReport(ana.body).notes.get('n1' as NoteId)?.textContent).toBe(
    'Số liệu của cơ quan thống kê năm nay',
  )
  ana.session.undo()
  expect(readReport(ana.body).notes.get('n1' as NoteId)?.textContent).toContain('năm ngoái')
})

test.each([1, 2, 3, 4, 5, 6, 7, 8])('accepting all in the editors gives the edited copy (seed %i)', seed => {
  const base = randomReport(seed)
  const ana = writer(1, base)
  const index = ana.session.review.index()
  const copy = editedCopy(base, { random: randomFrom(seed), isOwn: () => true }, 0.2)
  const { taken, left } = planProposals(proposeEdits(index, copy), index)
  expect(left).toEqual([])
  ana.session.carryOut(taken.map(({ edit }) => edit))
  expect(sorted(proposed(readReport(ana.body)))).toEqual(sorted(proposed(copy)))
  ana.session.undo()
  expect(sorted(proposed(readReport(ana.body)))).toEqual(sorted(proposed(base)))
})

/** Records have no order of their own. */
const sorted = (value: unknown): unknown =>
  Object.fromEntries(
    Object.entries(value as Record<string, unknown[]>).map(([name, list]) => [
      name,
      name === 'blocks' ? list : [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    ]),
  )
