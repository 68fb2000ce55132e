import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeDocx } from '../../../electron/host/export/docx/write-docx'
import { importBytes } from '../../../electron/host/import/import-bytes'
import { returnedBytes } from '../../../electron/host/import/returned-bytes'
import { compareContents } from '../../../shared/compare/compare-contents'
import { contentOf, type Content } from '../../../shared/compare/content'
import { profileOf } from '../../../shared/print/profiles'
import { printReport } from '../../../shared/print/print-report'
import type { Report } from '../../../shared/report/report'
import { schema } from '../../../shared/report/schema'
import { returnedEdits } from '../../../shared/returned/returned-edits'
import type { ProposedEdit, ReturnedEdits } from '../../../shared/returned/returned-edit'
import { anchorIndex } from '../../../shared/review/anchor-index'
import { planProposals } from '../../../shared/review/apply-all'
import { editReport } from '../../../shared/review/apply-report'
import { editAtRandom } from '../../support/edit-script'
import { fullReport } from '../../support/full-report'
import { randomReport } from '../../support/random-report'

const path = new URL('../../../resources/sample/bao-cao-mau.docx', import.meta.url)
let sample: Report

beforeAll(async () => {
  sample = (await importBytes(readFileSync(path), 'bao-cao-mau.docx')).report
})

/** What a Word file of `edited` brings when `sent` had been sent. */
async function comeBack(sent: Report, edited: Report, today = sent): Promise<ReturnedEdits> {
  const docx = await writeDocx(printReport(edited, profileOf(edited.fields.profile)))
  const { report, marks } = await returnedBytes(docx)
  return returnedEdits(sent, report, marks, anchorIndex(today))
}

function accepted(report: Report, { edits }: ReturnedEdits): Report {
  const proposals = edits.filter((edit): edit is ProposedEdit => edit.kind === 'proposal')
  const { taken, left } = planProposals(proposals, anchorIndex(report))
  expect(left).toEqual([])
  return {
    ...report,
    ...editReport(
      report,
      taken.map(({ edit }) => edit),
    ),
  }
}

const asReport = (report: Report, { blocks, notes, indicators }: Content): Report => ({
  ...report,
  text: schema.node('report', null, [schema.node('sheet', null, blocks)]),
  notes,
  indicators,
})

/** What is still different, in words. */
const different = (one: Report, other: Report): string[] =>
  compareContents(contentOf(one), contentOf(other)).differences.map(
    ({ kind, place, parts }) =>
      `${kind} ${place.kind} ${parts
        .map(({ text }) => text)
        .join('')
        .slice(0, 60)}`,
  )

const told = ({ edits }: ReturnedEdits): string[] =>
  edits.map(edit =>
    edit.kind === 'comment'
      ? 'comment'
      : `${edit.kind === 'listed' ? edit.what : edit.change.kind} ${edit.before} → ${edit.after}`,
  )

describe('a report that comes back as it was sent', () => {
  test('the sample brings nothing', async () => {
    expect(told(await comeBack(sample, sample))).toEqual([])
  })

  test('a report of everything, in small letters where capitals are printed, brings nothing', async () => {
    expect(told(await comeBack(fullReport(), fullReport()))).toEqual([])
  })

  test.each(Array.from({ length: 8 }, (_, seed) => seed + 1))(
    'any report brings nothing (seed %i)',
    async seed => {
      const report = randomReport(seed)
      expect(told(await comeBack(report, report))).toEqual([])
    },
  )
})

/** What proposals have no words for, as a comparison and as the list of what came back name it. */
const wordless = { 'added note': 'note-added', 'added cell': 'row-added', 'form block': 'form' }

const ofKinds = (lines: readonly string[]): string[] =>
  lines.map(line => {
    const kind = Object.keys(wordless).find(each => line.startsWith(each))
    return kind ? wordless[kind as keyof typeof wordless] : line
  })

const edit = (report: Report, seed: number, count: number): Report =>
  asReport(report, editAtRandom(contentOf(report), seed, count).content)

describe('edits made outside', () => {
  test.each(Array.from({ length: 6 }, (_, seed) => seed + 1))(
    'come back as proposals that give the edited text, and the rest is listed (seed %i)',
    async seed => {
      const edited = edit(sample, seed, 25)
      const returned = await comeBack(sample, edited)
      const listed = returned.edits.flatMap(one => (one.kind === 'listed' ? [one.what] : []))
      expect(ofKinds(different(accepted(sample, returned), edited)).sort()).toEqual([...listed].sort())
      expect(returned.edits.some(one => one.kind === 'proposal' && one.both)).toBe(false)
    },
  )

  test.each(Array.from({ length: 6 }, (_, seed) => seed + 1))(
    'stand beside what others wrote meanwhile, and take nothing away unsaid (seed %i)',
    async seed => {
      const [edited, today] = [edit(sample, seed, 25), edit(sample, seed + 100, 25)]
      const returned = await comeBack(sample, edited, today)
      const text = everyWord(accepted(today, returned))
      const listed = returned.edits.flatMap(one => (one.kind === 'listed' ? [one.after] : [])).join(' ')
      const taken = returned.edits.flatMap(one => (one.kind === 'proposal' && one.both ? [one.before] : []))
      for (const word of newWords(edited)) expect(text.has(word) || listed.includes(word), word).toBe(true)
      for (const word of newWords(today))
        expect(text.has(word) || taken.join(' ').includes(word), word).toBe(true)
    },
  )

  test('that today has already are not proposed again', async () => {
    const edited = edit(sample, 1, 25)
    const { edits, already } = await comeBack(sample, edited, edited)
    expect(told({ edits, already }).filter(line => !/^(form|row-added|note-added) /.test(line))).toEqual([])
    expect(already).toBeGreaterThan(5)
  })
})

function everyWord(report: Report): ReadonlySet<string> {
  const words = new Set<string>()
  const take = (text: string) => text.split(/\s+/u).forEach(word => words.add(word))
  report.text.descendants(node => (node.isTextblock && take(node.textContent), true))
  for (const body of report.notes.values()) body.forEach(paragraph => take(paragraph.textContent))
  for (const { rows } of report.indicators.values()) for (const row of rows) Object.values(row).forEach(take)
  return words
}

/** Words that the script of edits made up. */
const newWords = (report: Report): string[] =>
  [...everyWord(report)].filter(word => /^từ\d+x|^9000\d+/u.test(word))
