import type { Mark, Node } from 'prosemirror-model'
import { defaultColumns, type IndicatorRow, type IndicatorTable } from '../../shared/indicators/indicator-row'
import type { Options } from '../../shared/options/options'
import { emptyFields, type Fields } from '../../shared/report/fields'
import {
  newBlockId,
  newNoteId,
  newOptionsId,
  newRowId,
  newTableId,
  newWordingId,
} from '../../shared/report/ids'
import type { NoteId, OptionsId, TableId } from '../../shared/report/ids'
import { type levels } from '../../shared/report/levels'
import { lists } from '../../shared/report/lists'
import type { Report } from '../../shared/report/report'
import { noteSchema, schema } from '../../shared/report/schema'
import { intoSheets } from '../../shared/import/body/into-sheets'
import { randomFrom } from './random'

const syllables =
  'đảng bộ thành phố phát triển kinh tế xã hội văn hóa giáo dục tăng trưởng 18,05% năm 2020 đạt'.split(' ')

/** A repeatable report with every kind of thing in it, in words that cannot be mistaken for numbers or titles. */
export function randomReport(seed: number): Report {
  const random = randomFrom(seed)
  const upTo = (count: number): number => Math.floor(random() * count)
  const one = <T>(of: readonly T[]): T => of[upTo(of.length)] as T
  const words = (count: number): string =>
    `Việc ${Array.from({ length: count }, () => one(syllables)).join(' ')}`
  const notes = new Map<NoteId, Node>()
  const indicators = new Map<TableId, IndicatorTable>()
  const options = new Map<OptionsId, Options>()

  const marks = (): Mark[] =>
    (['strong', 'em', 'underline'] as const).filter(() => random() < 0.2).map(name => schema.mark(name))
  const note = (): Node => {
    const id = newNoteId()
    const text = [noteSchema.text(`${words(4)}.`)]
    notes.set(id, noteSchema.node('note', null, [noteSchema.node('paragraph', null, text)]))
    return schema.node('note_ref', { id })
  }
  const inlines = (marked = true): Node[] => [
    schema.text(words(3)),
    schema.text(` ${words(2)}`, marked ? marks() : []),
    ...(random() < 0.3 ? [note()] : []),
    ...(random() < 0.1 ? [schema.node('hard_break')] : []),
    schema.text(`, ${words(12)}.`),
  ]
  const paragraph = (): Node => {
    const list = random() < 0.5 ? 'none' : one(lists)
    const start = list !== 'none' && list !== 'bullet' && random() < 0.2 ? 2 + upTo(8) : null
    const align = random() < 0.8 ? 'justify' : one(['left', 'center', 'right'] as const)
    return schema.node('paragraph', { id: newBlockId(), list, start, align }, inlines())
  }
  const heading = (level: (typeof levels)[number]): Node =>
    schema.node('heading', { id: newBlockId(), level }, [
      schema.text(level === 'number' || level === 'subnumber' ? words(5) : words(5).toUpperCase()),
      ...(random() < 0.1 ? [note()] : []),
    ])
  const cell = (kind: string): Node =>
    schema.node(kind, null, [
      schema.node(
        'paragraph',
        { id: newBlockId(), align: one(['left', 'center']) },
        inlines(kind === 'table_cell'),
      ),
    ])
  const table = (): Node => {
    const columns = 2 + upTo(3)
    const rows = Array.from({ length: 2 + upTo(4) }, (_, row) =>
      schema.node(
        'table_row',
        null,
        Array.from({ length: columns }, () => cell(row === 0 ? 'table_header' : 'table_cell')),
      ),
    )
    return schema.node('table', { id: newBlockId(), headerRows: 1, borders: random() < 0.7 }, rows)
  }
  const row = (kind: IndicatorRow['kind'], groupLevel: IndicatorRow['groupLevel']): IndicatorRow => ({
    ...{
      id: newRowId(),
      kind,
      groupLevel,
      direction: '',
      name: words(3),
      unit: '',
      base: '',
      target: '',
      result: '',
      remark: '',
    },
    ...(kind === 'group'
      ? {}
      : { unit: '%', base: '4,2', target: '≥ 90', result: `${upTo(100)}`, remark: 'Hoàn thành' }),
  })
  const indicatorTable = (): Node => {
    const id = newTableId()
    const data = Array.from({ length: 4 }, () => row(one(['indicator', 'sub', 'indicator']), 'roman'))
    const rows = [row('group', 'letter'), row('group', 'roman'), row('indicator', 'roman'), ...data]
    indicators.set(id, {
      id,
      title: random() < 0.5 ? words(4) : '',
      columns: { ...defaultColumns, base: 'Năm 2015' },
      rows,
    })
    return schema.node('indicator_table', { id })
  }
  const alternatives = (): Node => {
    const id = newOptionsId()
    const wordings = [words(8), words(9)].map(text => ({
      id: newWordingId(),
      body: noteSchema.node('note', null, [noteSchema.node('paragraph', null, [noteSchema.text(text)])]),
    }))
    options.set(id, { id, name: 'Chủ đề', wordings, chosen: '' })
    return schema.node('options', { id })
  }

  const blocks: Node[] = []
  for (const level of [
    'part',
    'letter',
    'roman',
    'number',
    'subnumber',
    'subnumber',
    'number',
    'roman',
    'number',
    'letter',
    'part',
    'roman',
    'number',
    'subnumber',
  ] as const) {
    blocks.push(heading(level), paragraph())
    for (let more = upTo(5); more > 0; more--)
      blocks.push(random() < 0.8 ? paragraph() : one([table, indicatorTable, alternatives])())
    // Two tables or sets in a row would run together; a paragraph keeps them apart, as in any report.
    blocks.push(schema.node('paragraph', { id: newBlockId() }, inlines()))
  }
  return { fields: fieldsFor(one(['party', 'state'])), text: intoSheets(blocks), notes, indicators, options }
}

const fieldsFor = (family: 'party' | 'state'): Fields => ({
  ...emptyFields,
  superiorBody: family === 'party' ? 'ĐẢNG BỘ TỈNH AN BÌNH' : 'UBND TỈNH AN BÌNH',
  issuingBody: family === 'party' ? 'THÀNH ỦY SƠN HÀ' : 'SỞ NỘI VỤ',
  number: family === 'party' ? 'Số 12-BC/TU' : 'Số: 12/BC-SNV',
  draftNumber: '3',
  circulation: 'LƯU HÀNH NỘI BỘ',
  place: 'An Bình',
  date: 'ngày 05 tháng 6 năm 2026',
  type: 'BÁO CÁO',
  title: 'Kết quả thực hiện nhiệm vụ\nnăm 2026',
  authority: family === 'party' ? 'T/M BAN THƯỜNG VỤ' : 'KT. GIÁM ĐỐC',
  position: family === 'party' ? 'BÍ THƯ' : 'PHÓ GIÁM ĐỐC',
  signer: 'Trần Văn An',
  recipients: 'Như trên,\nLưu Văn phòng.',
  profile: family === 'party' ? 'dang-hd05-2026' : 'hc-nd30-2020',
})
