import { expect } from 'vitest'
import type { EditorView } from 'prosemirror-view'
import { Anchor } from '../../shared/review/anchor'
import { anchorIndex, type AnchorIndex } from '../../shared/review/anchor-index'
import type { AnchorPlace, AnchorSpot } from '../../shared/review/anchor-place'
import { wordsBetween } from '../../shared/review/flow'
import { lettersIn } from '../../shared/review/letters'
import { makeAnchor } from '../../shared/review/make-anchor'
import { resolveAnchor } from '../../shared/review/resolve-anchor'
import { defaultColumns } from '../../shared/indicators/indicator-row'
import type { BlockId, NoteId, RowId, TableId } from '../../shared/report/ids'
import { schema } from '../../shared/report/schema'
import { readReport } from '../../shared/sync/read-report'
import { emptyRow } from '../../renderer/state/indicator-edits'
import { heading, note, noteRef, paragraph, report, sheet, text } from './build-report'
import { positionOf, type Writer } from './writers'

const cell = (words: string) => schema.node('table_cell', null, [paragraph(words)])

/** What is annotated stands a second time in the last section, so that a copy could be taken for it. */
export const annotatedReport = () =>
  report({
    text: text(
      sheet(
        heading('letter', 'Kinh tế', 'A'),
        paragraph(
          'Năm qua tổng thu ngân sách đạt 4.200 tỷ đồng, vượt xa mức đã đề ra',
          noteRef('n'),
          ', cao nhất từ trước tới nay.',
        ),
        paragraph(
          'Chi đầu tư phát triển chiếm ba phần mười tổng chi, phần lớn cho đường sá các xã vùng cao.',
        ),
        paragraph('Vốn vay được trả đúng hạn, không còn nợ đọng trong xây dựng cơ bản.'),
      ),
      sheet(
        heading('roman', 'Công nghiệp', 'B'),
        paragraph('Sản lượng thép giữ vững, sản lượng xi măng tăng nhẹ nhờ hai nhà máy mới vận hành.'),
        schema.node('table', { id: 'T' }, [
          schema.node('table_row', null, [
            cell('Thép cán nóng các loại'),
            cell('Một trăm hai mươi nghìn tấn'),
          ]),
        ]),
      ),
      sheet(
        heading('letter', 'Xã hội', 'C'),
        paragraph('Ở vùng cao, thu ngân sách đạt 4.200 tỷ đồng là con số cộng dồn nhiều năm liền.'),
        schema.node('indicator_table', { id: 't' }),
        paragraph('Trường lớp khang trang, trạm y tế nào cũng có bác sĩ.'),
      ),
    ),
    notes: { n: note('Theo số liệu của kho bạc, chưa gồm thu kết chuyển.') },
    indicators: new Map([
      [
        't' as TableId,
        {
          ...{ id: 't' as TableId, title: '', columns: defaultColumns },
          rows: [
            {
              ...emptyRow('indicator', { name: 'Thu ngân sách', result: '4.200 tỷ đồng' }),
              id: 'r' as RowId,
            },
            { ...emptyRow('indicator', { name: 'Hộ nghèo', result: '2,1 %' }), id: 's' as RowId },
          ],
        },
      ],
    ]),
  })

export const quotes = {
  words: 'thu ngân sách đạt 4.200 tỷ đồng',
  paragraphs: 'trước tới nay.\nChi đầu tư phát triển',
  note: 'kho bạc',
} as const

export type TargetName = 'words' | 'paragraphs' | 'insertion' | 'note' | 'cell' | 'section' | 'block'
export const targetNames: readonly TargetName[] = [
  ...(['words', 'paragraphs', 'insertion', 'note', 'cell', 'section', 'block'] as const),
]

export const indexOf = (who: Writer): AnchorIndex => {
  who.session.settle()
  return anchorIndex(readReport(who.body), who.body)
}

/** Positions of words in a block that begins so. */
export function placeOf(who: Writer, block: string, words: string): { from: number; to: number } {
  const pos = positionOf(who, block)
  const at = textOf(who.view, pos).indexOf(words)
  if (at < 0) throw new Error(`“${block}” does not say “${words}”`)
  return { from: pos + 1 + at, to: pos + 1 + at + words.length }
}

const textOf = ({ state: { doc } }: EditorView, pos: number): string =>
  doc.nodeAt(pos)?.textBetween(0, doc.nodeAt(pos)?.content.size ?? 0, null, '\ufffc') ?? ''

/** One annotation of each kind, made by this person now. */
export function annotateAll(who: Writer): Record<TargetName, Anchor> {
  const index = indexOf(who)
  const make = (spot: AnchorSpot): Anchor => Anchor.parse(makeAnchor(spot, index))
  const over = {
    from: placeOf(who, 'Năm qua', 'trước tới nay.').from,
    to: placeOf(who, 'Chi đầu tư', 'Chi đầu tư phát triển').to,
  }
  const { to: behind } = placeOf(who, 'Năm qua', 'vượt xa')
  return {
    words: make({ kind: 'text', ...placeOf(who, 'Năm qua', quotes.words) }),
    paragraphs: make({ kind: 'text', ...over }),
    insertion: make({ kind: 'text', from: behind, to: behind }),
    note: make({ kind: 'note', note: 'n' as NoteId, ...inNote(index) }),
    cell: make({ kind: 'cell', table: 't' as TableId, row: 'r' as RowId, column: 'result', from: 0, to: 5 }),
    section: make({ kind: 'section', section: 'B' as BlockId }),
    block: make({ kind: 'block', block: 'T' as BlockId }),
  }
}

function inNote(index: AnchorIndex): { from: number; to: number } {
  const at = index.note('n')?.root.textContent.indexOf(quotes.note) ?? -1
  return { from: 1 + at, to: 1 + at + quotes.note.length }
}

/** What a place says, in a line that a table of expectations can hold. */
export function told(anchor: Anchor, index: AnchorIndex): string {
  const place = resolveAnchor(anchor, index)
  return place.kind === 'detached' ? 'detached' : `${place.kind}: ${saidAt(place.at, index)}`
}

function saidAt(spot: AnchorSpot, index: AnchorIndex): string {
  switch (spot.kind) {
    case 'section':
      return `section ${spot.section}`
    case 'block':
      return `block ${spot.block}`
    case 'text':
      return spot.from === spot.to
        ? `|${nextTo(spot.from, index)}`
        : wordsBetween(index.flow, spot.from, spot.to)
    case 'note': {
      const flow = index.note(spot.note)
      return flow ? `note ${spot.note}: ${wordsBetween(flow, spot.from, spot.to)}` : 'no note'
    }
    case 'cell': {
      const row = index.report.indicators.get(spot.table)?.rows.find(({ id }) => id === spot.row)
      return `cell ${spot.row}.${spot.column}: ${row?.[spot.column].slice(spot.from, spot.to) ?? ''}`
    }
  }
}

const nextTo = (pos: number, { flow }: AnchorIndex): string => wordsBetween(flow, Math.max(0, pos - 7), pos)

/** Everyone sees every annotation at the same place. */
export function expectSamePlaces(anchors: readonly Anchor[], ana: Writer, ben: Writer): void {
  const places = (who: Writer): AnchorPlace[] => anchors.map(anchor => resolveAnchor(anchor, indexOf(who)))
  expect(places(ben)).toEqual(places(ana))
}

/** The letters right before a place, which tell the words from their copy. */
export function ahead(anchor: Anchor, index: AnchorIndex): string {
  const place = resolveAnchor(anchor, index)
  if (place.kind === 'detached' || place.at.kind !== 'text') return ''
  return lettersIn(wordsBetween(index.flow, 0, place.at.from)).slice(-11)
}
