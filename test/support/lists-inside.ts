import type { OptionsId, WordingId } from '../../shared/report/ids'
import type { List } from '../../shared/report/lists'
import type { Report } from '../../shared/report/report'
import { noteSchema, schema } from '../../shared/report/schema'
import { item, noteRef, paragraph, report, sheet, text } from './build-report'
import { row, table } from './full-report'

const plainItem = (list: List, words: string) =>
  noteSchema.node('paragraph', { list }, [noteSchema.text(words)])

/** Lists in two cells of a table, in a note and in a wording, between two items of the text's own list. */
export const listsInside = (): Report =>
  report({
    text: text(
      sheet(
        item('number', 'Trước bảng', noteRef('n')),
        table(
          { id: 't' },
          row(
            schema.node('table_cell', null, [
              item('number', 'Ô một'),
              paragraph('xen'),
              item('number', 'Ô hai'),
            ]),
            schema.node('table_cell', null, [item('letter', 'Ô ba'), item('bullet', 'Ô bốn')]),
          ),
        ),
        item('number', 'Sau bảng'),
        schema.node('options', { id: 'o' }),
      ),
    ),
    notes: { n: noteSchema.node('note', null, [plainItem('number', 'Ý một'), plainItem('number', 'Ý hai')]) },
    options: new Map([
      [
        'o' as OptionsId,
        {
          id: 'o' as OptionsId,
          name: 'Chủ đề',
          wordings: [
            { id: 'w' as WordingId, body: noteSchema.node('note', null, [plainItem('letter', 'Câu một')]) },
          ],
          chosen: '',
        },
      ],
    ]),
  })
