import type { Node } from 'prosemirror-model'
import type { Options } from '../../shared/options/options'
import type { OptionsId, WordingId } from '../../shared/report/ids'
import type { Report } from '../../shared/report/report'
import { schema } from '../../shared/report/schema'
import { optionsBlock, row, table, tableBlock } from './build-indicators'
import { fullFields } from './full-report'
import { heading, note, noteRef, report, sheet, text } from './build-report'

const words = (id: string, ...content: (string | Node)[]): Node =>
  schema.node(
    'paragraph',
    { id },
    content.map(part => (typeof part === 'string' ? schema.text(part) : part)),
  )

const options = (id: string): Options => ({
  id: id as OptionsId,
  name: 'Phương án',
  wordings: ['1', '2'].map(which => ({
    id: `${id}-${which}` as WordingId,
    body: note(`Phương án ${which}.`),
  })),
  chosen: '',
})

/**
 * Sections A (letter) with A1, L, B (roman) inside, and C (letter). Each of A1, L, B has a paragraph with a note, an
 * indicator table and options: "L-p", "L-note", "L-table", "L-options". L has an inner section "L1" with "L1-p".
 */
export function gateReport(): Report {
  const showing = (id: string): Node[] => [
    heading('roman', `Mục ${id}`, id),
    words(`${id}-p`, `Đoạn của ${id}`, noteRef(`${id}-note`), ' và phần sau.'),
    words(`${id}-q`, `Đoạn thứ hai của ${id}.`),
    tableBlock(`${id}-table`),
    optionsBlock(`${id}-options`),
  ]
  const ids = ['A1', 'L', 'B']
  return report({
    fields: fullFields,
    text: text(
      sheet(heading('letter', 'Phần A', 'A'), words('A-p', 'Mở đầu.'), ...showing('A1')),
      sheet(...showing('L'), heading('number', 'Mục trong', 'L1'), words('L1-p', 'Đoạn trong cùng.')),
      sheet(...showing('B')),
      sheet(heading('letter', 'Phần C', 'C'), words('C-p', 'Kết luận.')),
    ),
    notes: Object.fromEntries(ids.map(id => [`${id}-note`, note(`Chú thích của ${id}.`)])),
    indicators: new Map(
      ids.flatMap(id => [...table(`${id}-table`, [row({ id: `${id}-row`, name: `Chỉ tiêu ${id}` })])]),
    ),
    options: new Map(ids.map(id => [`${id}-options` as OptionsId, options(`${id}-options`)])),
  })
}
