import { readReportFile } from '../../electron/host/store/report-file'
import { openDatabase } from '../../electron/host/store/sqlite'
import { defaultColumns, type IndicatorRow } from '../../shared/indicators/indicator-row'
import type { OptionsId, RowId, TableId, WordingId } from '../../shared/report/ids'
import type { Report } from '../../shared/report/report'
import { schema } from '../../shared/report/schema'
import { note, noteRef, paragraph, report, sheet, text } from './build-report'

// Numbered marks such as <17>, typed by the crash tests and looked for afterwards.

export interface Typed {
  readonly number: number
  /** Milliseconds since 1970, when it was on the screen. */
  readonly at: number
}

/** Two paragraphs, two notes, one row and two wordings to type in. */
export function reportToType(): Report {
  const id = 'table' as TableId
  const row: IndicatorRow = {
    id: 'row' as RowId,
    kind: 'indicator',
    groupLevel: 'roman',
    name: 'Chỉ tiêu',
    unit: '%',
    base: '',
    target: '',
    result: '',
    remark: '',
    direction: '',
  }
  const table = { id, title: '', columns: defaultColumns, rows: [row] }
  const optionsId = 'options' as OptionsId
  const wordings = ['a', 'b'].map(name => ({ id: name as WordingId, body: note('Theo hướng này.') }))
  const blocks = [
    paragraph('Một.', noteRef('a')),
    paragraph('Hai.', noteRef('b')),
    schema.node('indicator_table', { id }),
    schema.node('options', { id: optionsId }),
  ]
  return report({
    text: text(sheet(...blocks)),
    notes: { a: note('Nguồn.'), b: note('Nguồn khác.') },
    indicators: new Map([[id, table]]),
    options: new Map([[optionsId, { id: optionsId, name: 'Chủ đề', chosen: '', wordings }]]),
  })
}

/** The marks in a report file, wherever they stand. */
export function everyMark(path: string): ReadonlySet<number> {
  const { fields, text: words, notes, indicators, options } = readReportFile(path)
  const all = [
    ...Object.values(fields),
    words.textContent,
    ...[...notes.values()].map(body => body.textContent),
    ...[...indicators.values()].flatMap(({ title, columns, rows }) =>
      [{ title }, columns, ...rows].map(record => Object.values(record).join()),
    ),
    ...[...options.values()].flatMap(({ name, wordings }) => [
      name,
      ...wordings.map(({ body }) => body.textContent),
    ]),
  ].join()
  return new Set([...all.matchAll(/<(\d+)>/g)].map(([, number]) => Number(number)))
}

/** SQLite's own judgement of a file. */
export function isSoundFile(path: string): boolean {
  const database = openDatabase(path)
  const answers: unknown[] = []
  database.each('integrity_check', 'pragma_integrity_check', answer => answers.push(answer))
  database.close()
  return answers.length === 1 && answers[0] === 'ok'
}
