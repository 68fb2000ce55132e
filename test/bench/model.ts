import { checkReport } from '../../shared/checks/check-report'
import { profileOf } from '../../shared/print/profiles'
import { countsOf } from '../../shared/counts/counts'
import { findIn } from '../../shared/find/find'
import { markParagraphs } from '../../shared/numbering/number-paragraphs'
import { numberNotes } from '../../shared/numbering/number-notes'
import { partyStyle } from '../support/number-styles'
import { numberSections } from '../../shared/numbering/number-sections'
import { outlineOf } from '../../shared/outline/outline'
import { problemsOf } from '../../shared/problems/problems'
import type { Report } from '../../shared/report/report'
import { printReport } from '../../shared/print/print-report'
import { figure, time, type Figure } from './figure'
import { timesLonger } from './sample-report'

const profile = profileOf('dang-hd05-2026')
const loose = { matchCase: false, matchTones: false, wholeWord: false }

function number({ text }: Report): void {
  numberSections(text, partyStyle)
  markParagraphs(text)
  numberNotes(text)
}

/** What every edit asks for. Each is measured on a report that nobody has looked at yet, and after an edit. */
const works: readonly { name: string; aim?: string; work: (report: Report) => unknown }[] = [
  { name: 'model.number', aim: '≤ 5 ms (1x)', work: number },
  { name: 'model.print', aim: '≤ 5 ms (1x)', work: report => printReport(report, profile) },
  { name: 'model.outline', work: ({ text }) => outlineOf(text, partyStyle) },
  { name: 'model.counts', work: countsOf },
  { name: 'model.problems', work: problemsOf },
  { name: 'model.check', aim: '≤ 150 ms (1x); 10 ms after an edit; 1 s (5x)', work: checkReport },
  { name: 'model.find', work: report => findIn(report, 'phat trien', loose) },
]

export async function* measureModel(sample: Report): AsyncGenerator<Figure> {
  for (const times of [1, 5, 20])
    for (const { name, aim, work } of works) {
      const fresh = Array.from({ length: 12 }, () => timesLonger(sample, times))
      const values = await time(10, run => work(fresh[run + 2]!), { warmUp: 2 })
      yield figure({ name: `${name}.${times}x`, values, ...(aim && times === 1 ? { aim } : {}) })
      yield figure({ name: `${name}.${times}x.after-edit`, values: await timeEdits(fresh[11]!, work) })
    }
}

/** Milliseconds of the work after each of 30 edits of one paragraph in the middle. */
async function timeEdits(report: Report, work: (report: Report) => unknown): Promise<number[]> {
  const edited = [report]
  for (let edit = 0; edit < 32; edit++) edited.push(typeInto(edited.at(-1)!))
  return time(30, run => work(edited[run + 2]!), { warmUp: 2 })
}

/** A letter more in the first block of the middle sheet. */
function typeInto(report: Report): Report {
  const { text } = report
  const index = text.childCount >> 1
  const sheet = text.child(index)
  const block = sheet.child(0)
  const typed = block.copy(block.content.addToEnd(text.type.schema.text('a')))
  const changed = sheet.copy(sheet.content.replaceChild(0, typed))
  return { ...report, text: text.copy(text.content.replaceChild(index, changed)) }
}
