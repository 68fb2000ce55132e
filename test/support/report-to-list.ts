import { noLedgerView, type LedgerView, type MemberView } from '../../shared/ipc/ledger-view'
import type { Options } from '../../shared/options/options'
import type { OptionsId, WordingId } from '../../shared/report/ids'
import { schema } from '../../shared/report/schema'
import { optionsBlock, tableBlock } from './build-indicators'
import { heading, note, noteRef, report, sheet, text, type Inline } from './build-report'

const words = (id: string, ...content: Inline[]) =>
  schema.node(
    'paragraph',
    { id },
    content.map(item => (typeof item === 'string' ? schema.text(item) : item)),
  )

const options: Options = {
  id: 'O' as OptionsId,
  name: 'Chủ đề',
  chosen: '',
  wordings: ['Vững bước đi lên', 'Đổi mới mạnh mẽ'].map((line, index) => ({
    id: `w${index + 1}` as WordingId,
    body: note(line),
  })),
}

const cell = schema.node('table_cell', null, [words('in-table', 'ô')])

/** Opening words, then I (with 1 inside) and II, a note, both kinds of tables and alternative wordings. */
export const reportToList = report({
  text: text(
    sheet(words('opening', 'Lời mở đầu')),
    sheet(
      heading('roman', 'Kinh tế', 'A'),
      words('economy', 'Tăng trưởng khá', noteRef('n1')),
      heading('number', 'Nông nghiệp', 'A1'),
      tableBlock('T'),
    ),
    sheet(
      heading('roman', 'Xã hội', 'B'),
      schema.node('table', { id: 'plain-table' }, [schema.node('table_row', null, [cell])]),
      optionsBlock('O'),
    ),
  ),
  notes: { n1: note('Nguồn số liệu') },
  options: new Map([[options.id, options]]),
})

export const memberNamed = (id: string, given: Partial<MemberView> = {}): MemberView => ({
  ...{ id, name: id.toUpperCase(), unit: '', role: 'drafter', joined: '2026-03-01T08:00:00.000Z' },
  ...{ revoked: null, grants: [] },
  ...given,
})

export const committeeOf = (...members: MemberView[]): LedgerView => ({ ...noLedgerView, members })
