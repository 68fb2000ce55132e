import type { Node } from 'prosemirror-model'
import type { Content } from '../../shared/compare/content'
import type { IndicatorTable } from '../../shared/indicators/indicator-row'
import type { Report } from '../../shared/report/report'
import { schema } from '../../shared/report/schema'
import { heading, item, note, noteRef, paragraph, report, sheet, text } from './build-report'
import { cell, fullFields, indicatorTable, openOptions, row, table } from './full-report'

export interface RedlineCase {
  readonly name: string
  readonly was: Report
  readonly now: Report
}

/** The report that holds a content. */
export const reportOf = (base: Report, { blocks, notes, indicators, options }: Content): Report => ({
  ...base,
  text: text(sheet(...blocks)),
  notes,
  indicators,
  options,
})

export const withId = (block: Node, id: string): Node =>
  block.type.create({ ...block.attrs, id }, block.content)

export const words = (topic: string): string =>
  `Về ${topic}, toàn huyện đã tập trung chỉ đạo quyết liệt, đồng bộ, đạt nhiều kết quả quan trọng ngay từ đầu năm`

export const a = withId(paragraph(words('nông nghiệp')), 'a')
export const b = withId(paragraph(words('công nghiệp')), 'b')
export const c = withId(paragraph(words('du lịch')), 'c')
export const d = withId(paragraph(words('y tế'), noteRef('n1'), '.'), 'd')
export const head = (level: Parameters<typeof heading>[0], id = 'h') => heading(level, 'Kết quả đạt được', id)
export const part = (title: string, id: string) => heading('part', title, id)
export const rewrite = (block: Node, ...content: (string | Node)[]) =>
  withId(paragraph(...content), block.attrs['id'] as string)
export const listed = (list: Parameters<typeof item>[0], id: string, ...content: (string | Node)[]) =>
  withId(item(list, ...content), id)

const notes = { n1: note('Số liệu của Chi cục Thống kê.'), n2: note('Theo Nghị quyết số 05.') }
export const of = (...blocks: Node[]): Report => report({ text: text(sheet(...blocks)), notes })
export const noted = (bodies: Record<string, Node>, ...blocks: Node[]): Report =>
  report({ text: text(sheet(...blocks)), notes: bodies })

export const grid = (...rows: Node[]) => withId(table({ headerRows: 1 }, ...rows), 'grid')
export const named = (words: string, id: string, spans = {}) => {
  const made = cell(words, spans)
  return made.copy(made.content.replaceChild(0, withId(paragraph(words), id)))
}
export const top = row(named('Xã', 'g1'), named('Kết quả', 'g2'))
export const first = row(named('Tân An', 'g3'), named('Đạt 10 tiêu chí', 'g4'))
export const second = row(named('Tân Bình', 'g5'), named('Đạt 12 tiêu chí', 'g6'))

export const indicators = (change: (table: IndicatorTable) => IndicatorTable): Report => {
  const small = { ...indicatorTable, rows: indicatorTable.rows.slice(0, 7) }
  const made = change(small)
  return {
    ...of(a, schema.node('indicator_table', { id: 'chi-tieu' }), b),
    indicators: new Map([[made.id, made]]),
  }
}
export const withRows = (change: (rows: IndicatorTable['rows']) => IndicatorTable['rows']) =>
  indicators(made => ({ ...made, rows: change(made.rows) }))

export const options = (chosen: string, name = openOptions.name): Report => ({
  ...of(a, schema.node('options', { id: 'chu-de' }), b),
  options: new Map([[openOptions.id, { ...openOptions, chosen: chosen as never, name }]]),
})

export const fields = (change: Partial<Report['fields']>): Report => ({
  ...of(a),
  fields: { ...fullFields, ...change },
})

export const made = (name: string, was: Report, now: Report): RedlineCase => ({ name, was, now })
