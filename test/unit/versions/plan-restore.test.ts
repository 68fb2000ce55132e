import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { importBytes } from '../../../electron/host/import/import-bytes'
import { compareReports } from '../../../shared/compare/compare-contents'
import { contentOf } from '../../../shared/compare/content'
import { noteRefsIn } from '../../../shared/numbering/number-notes'
import type { BlockId, NoteId } from '../../../shared/report/ids'
import { blockIdOf, blocksOf } from '../../../shared/report/nodes'
import type { Report } from '../../../shared/report/report'
import { fromReportJson, toReportJson } from '../../../shared/report/report-json'
import { schema } from '../../../shared/report/schema'
import { planRestore } from '../../../shared/versions/restore/plan-restore'
import type { RestorePlan, RestoreWhat } from '../../../shared/versions/restore/restore-what'
import { heading, item, note, noteRef, paragraph, report, sheet, text } from '../../support/build-report'
import { row, table, tableBlock } from '../../support/build-indicators'
import { editAtRandom } from '../../support/edit-script'

const path = new URL('../../../resources/sample/bao-cao-mau.docx', import.meta.url)
let sample: Report

beforeAll(async () => {
  sample = (await importBytes(readFileSync(path), 'bao-cao-mau.docx')).report
})

function planned(today: Report, version: Report, what: RestoreWhat): RestorePlan {
  const plan = planRestore(today, version, what)
  if (plan.kind !== 'plan') throw new Error(`Nothing was planned: ${plan.kind}`)
  return plan
}

/** A text of these blocks, in the sheets of another as far as its blocks go. */
function inSheetsOf(before: Report, blocks: readonly ReturnType<typeof blocksOf>[number][]): Report['text'] {
  const homes = new Map<string, number>()
  before.text.forEach((each, _pos, home) => each.forEach(block => homes.set(blockIdOf(block), home)))
  const sheets: (typeof blocks)[number][][] = [[]]
  let last = 0
  for (const block of blocks) {
    const home = homes.get(blockIdOf(block)) ?? last
    if (home > last) sheets.push([])
    last = Math.max(last, home)
    sheets.at(-1)?.push(block)
  }
  return text(...sheets.filter(({ length }) => length > 0).map(each => sheet(...each)))
}

function edited(seed: number): Report {
  const { content } = editAtRandom(contentOf(sample), seed, 40)
  return {
    ...{
      fields: sample.fields,
      notes: content.notes,
      indicators: content.indicators,
      options: content.options,
    },
    text: inSheetsOf(sample, content.blocks),
  }
}

describe('the whole report', () => {
  test.each(Array.from({ length: 12 }, (_, seed) => seed + 1))(
    'says again what the version says, and takes up every block that did already (seed %i)',
    seed => {
      const today = edited(seed)
      // As it is read from a file: none of its nodes is one of today's.
      const version = fromReportJson(toReportJson(sample))
      const { after } = planned(today, version, { kind: 'report' })
      expect(compareReports(after, sample).differences).toEqual([])
      expect([...after.notes.keys()].sort()).toEqual([...sample.notes.keys()].sort())
      const now = new Map(blocksOf(today.text).map(block => [blockIdOf(block), block]))
      const said = new Map(blocksOf(sample.text).map(block => [blockIdOf(block), block]))
      const remade = blocksOf(after.text).filter(block => {
        const old = now.get(blockIdOf(block))
        return old !== undefined && old !== block && said.get(blockIdOf(block))?.eq(old)
      })
      expect(remade).toEqual([])
    },
  )

  test('keeps the draft mark of today, which says what the text becomes', () => {
    const version = { ...sample, fields: { ...sample.fields, draftNumber: '1', title: 'Tên cũ' } }
    const today = { ...sample, fields: { ...sample.fields, draftNumber: '2' } }
    expect(planned(today, version, { kind: 'report' }).after.fields).toMatchObject({
      draftNumber: '2',
      title: 'Tên cũ',
    })
  })
})

const b = (id: string): BlockId => id as BlockId
const named = (words: string, id: string) =>
  schema.node('paragraph', { id }, words ? [schema.text(words)] : [])

/** The words of every block; sheets are parted by "|". */
const shape = (of: Report): string =>
  of.text.content.content
    .map(each => each.content.content.map(block => block.textContent || block.type.name).join(' / '))
    .join(' | ')

const version = () =>
  report({
    text: text(
      sheet(heading('letter', 'A', 'hA'), named('a một', 'a1'), named('a hai', 'a2')),
      sheet(
        heading('letter', 'B', 'hB'),
        named('b một', 'b1'),
        heading('roman', 'B1', 'hB1'),
        named('b hai', 'b2'),
      ),
      sheet(heading('letter', 'C', 'hC'), named('c một', 'c1')),
    ),
  })

describe('one section', () => {
  const section = (id: string): RestoreWhat => ({ kind: 'section', section: b(id) })

  test('comes back with its inner ones, and nothing outside changes', () => {
    const today = report({
      text: text(
        sheet(heading('letter', 'A', 'hA'), named('a MỘT', 'a1')),
        sheet(heading('letter', 'B mới', 'hB'), named('b khác', 'b1'), named('thêm', 'x1')),
        sheet(heading('letter', 'C', 'hC'), named('c MỘT', 'c1')),
      ),
    })
    const { after } = planned(today, version(), section('hB'))
    expect(shape(after)).toBe('A / a MỘT | B / b một / B1 / b hai | C / c MỘT')
    expect(after.text.child(0)).toBe(today.text.child(0))
    expect(after.text.child(2)).toBe(today.text.child(2))
  })

  test('that is gone comes back behind what stood before it, and takes no other section in', () => {
    const today = report({
      text: text(
        sheet(
          heading('letter', 'A', 'hA'),
          named('a một', 'a1'),
          heading('roman', 'mới', 'hN'),
          named('n', 'n1'),
        ),
        sheet(heading('letter', 'C', 'hC'), named('c một', 'c1')),
      ),
    })
    const { after } = planned(today, version(), section('hB'))
    expect(shape(after).replaceAll(' | ', ' / ')).toBe(
      'A / a một / mới / n / B / b một / B1 / b hai / C / c một',
    )
  })

  test('leaves in another section what moved there, and keeps what came from another', () => {
    const today = report({
      text: text(
        sheet(heading('letter', 'A', 'hA'), named('a một', 'a1'), named('b một', 'b1')),
        sheet(heading('letter', 'B', 'hB'), named('c một', 'c1'), named('rác', 'x1')),
        sheet(heading('letter', 'C', 'hC')),
      ),
    })
    const { after, elsewhere } = planned(today, version(), section('hB'))
    expect(shape(after)).toBe('A / a một / b một | B / c một / B1 / b hai | C')
    expect(elsewhere).toBe(1)
  })

  test('brings back the notes that its paragraphs bore, and takes along those of what it replaces', () => {
    const then = report({
      text: text(sheet(heading('letter', 'A', 'hA'), paragraph('Thu', noteRef('n1')))),
      notes: { n1: note('theo Cục Thuế') },
    })
    const today = report({
      text: text(sheet(heading('letter', 'A', 'hA'), paragraph('Chi', noteRef('n2')))),
      notes: { n2: note('mới'), n3: note('không có dấu từ trước') },
    })
    const { after } = planned(today, then, section('hA'))
    expect([...after.notes.keys()].sort()).toEqual(['n1', 'n3'])
    expect(after.notes.get('n1' as NoteId)?.textContent).toBe('theo Cục Thuế')
  })

  test('that no version has is gone, and one that says the same needs nothing', () => {
    expect(planRestore(version(), version(), section('hA')).kind).toBe('same')
    expect(planRestore(version(), version(), section('no')).kind).toBe('gone')
  })
})

describe('one note', () => {
  const marked = (...words: (string | ReturnType<typeof noteRef>)[]) => {
    const words_ = paragraph(...words)
    return schema.node('paragraph', { id: 'p' }, words_.content)
  }
  const then = report({
    text: text(sheet(heading('letter', 'A', 'hA'), marked('Thu ngân sách', noteRef('n1'), ' đạt khá'))),
    notes: { n1: note('theo Cục Thuế') },
  })
  const back: RestoreWhat = { kind: 'note', note: 'n1' as NoteId }

  test('says again what it said', () => {
    const today = { ...then, notes: new Map([['n1' as NoteId, note('theo ai đó')]]) }
    const { after } = planned(today, then, back)
    expect(after.notes.get('n1' as NoteId)?.textContent).toBe('theo Cục Thuế')
    expect(after.text).toBe(today.text)
  })

  test('gets its mark back among the words that are still there', () => {
    const today = report({
      text: text(sheet(heading('letter', 'A', 'hA'), marked('Năm nay thu ngân sách đạt rất khá'))),
    })
    const { after } = planned(today, then, back)
    const block = blocksOf(after.text)[1]
    expect(noteRefsIn(after.text)).toEqual(['n1'])
    expect(block?.textBetween(0, block.content.size, null, '*')).toBe('Năm nay thu ngân sách* đạt rất khá')
    expect(after.notes.get('n1' as NoteId)?.textContent).toBe('theo Cục Thuế')
  })

  test('cannot come back alone when its paragraph is gone', () => {
    const today = report({ text: text(sheet(heading('letter', 'A', 'hA'), item('bullet', 'khác hẳn đi'))) })
    expect(planRestore(today, then, back).kind).toBe('gone')
  })
})

describe('one table', () => {
  const then = report({
    text: text(sheet(heading('letter', 'A', 'hA'), named('trước bảng', 'a1'), tableBlock('t1'))),
    indicators: table('t1', [row({ id: 'r1', name: 'Thu', result: '5' }), row({ id: 'r2', name: 'Chi' })]),
  })
  const back: RestoreWhat = { kind: 'table', table: b('t1') }

  test('says again what it said, cell by cell', () => {
    const today = { ...then, indicators: table('t1', [row({ id: 'r1', name: 'Thu', result: '6' })]) }
    const { after, differences } = planned(today, then, back)
    expect(after.indicators.get('t1' as never)).toEqual(then.indicators.get('t1' as never))
    expect(after.text).toEqual(today.text)
    expect(differences.map(({ kind }) => kind).sort()).toEqual(['added', 'words'])
  })

  test('that is gone comes back behind what stood before it', () => {
    const today = report({
      text: text(sheet(heading('letter', 'A', 'hA'), named('trước bảng', 'a1'), named('sau', 'x1'))),
    })
    const { after } = planned(today, then, back)
    expect(shape(after)).toBe('A / trước bảng / indicator_table / sau')
    expect(after.indicators.size).toBe(1)
  })
})
