import { Doc, encodeStateAsUpdate } from 'yjs'
import { KeptReviewDoc } from '../../electron/host/review/kept-doc'
import { putRecords } from '../../electron/host/review/room-doc'
import { createReportFile } from '../../electron/host/store/report-file'
import { openReportStore } from '../../electron/host/store/report-store'
import type { Report } from '../../shared/report/report'
import { forEachTextBlock, plainTextOf } from '../../shared/report/text-blocks'
import type { Anchor } from '../../shared/review/anchor'
import { anchorIndex, type AnchorIndex } from '../../shared/review/anchor-index'
import type { AnchorSpot } from '../../shared/review/anchor-place'
import { makeAnchor } from '../../shared/review/make-anchor'
import type { ReviewRecord } from '../../shared/review/record'
import { readReport } from '../../shared/sync/read-report'
import { randomFrom } from './random'

export interface ReviewSize {
  readonly threads: number
  readonly proposals: number
  readonly people: number
}

type Random = () => number

/** Writes a report's file with a review in it: remarks with their answers, and proposed words, all over the text. */
export function createReviewedFile(path: string, report: Report, size: ReviewSize): void {
  createReportFile(path, report)
  const store = openReportStore(path)
  const doc = new KeptReviewDoc(store, 'all')
  const records = new Doc()
  putRecords(records, randomReview(anchorIndex(readReport(store.body), store.body), size))
  doc.write(encodeStateAsUpdate(records))
  doc.close()
  store.close()
}

/** Repeatable records of a review of this report. A third of the threads is resolved. */
export function randomReview(index: AnchorIndex, { threads, proposals, people }: ReviewSize): ReviewRecord[] {
  const random = randomFrom(7)
  const upTo = (count: number): number => Math.floor(random() * count)
  const spots = wordsIn(index)
  const records: ReviewRecord[] = []
  const next = (): { id: string; author: string; at: string } => ({
    id: `record-${String(records.length).padStart(8, '0')}`,
    author: `member-${upTo(people)}`,
    at: new Date(Date.UTC(2026, 2, 31, 9, 0, records.length)).toISOString(),
  })
  const anchorSomewhere = (): Anchor => makeAnchor(someSpot(index, spots, random), index)
  for (let thread = 0; thread < threads; thread++) {
    const added = { ...next(), kind: 'annotation.added', anchor: anchorSomewhere() } as const
    records.push({ ...added, text: 'Đề nghị xem lại chỗ này cho khớp với số liệu đã báo cáo.', mentions: [] })
    for (let reply = upTo(4); reply > 0; reply--)
      records.push({
        ...next(),
        kind: 'annotation.replied',
        of: added.id,
        text: 'Đã xem, sẽ sửa.',
        mentions: [],
      })
    if (random() < 0.33) records.push({ ...next(), kind: 'annotation.resolved', of: added.id })
  }
  for (let proposal = 0; proposal < proposals; proposal++) {
    const anchor = makeAnchor(someWords(spots, random), index)
    const change = {
      kind: 'words',
      was: anchor.quote,
      now: random() < 0.2 ? '' : 'viết lại cho gọn',
    } as const
    const about = { reason: '', counters: null, group: null }
    records.push({ ...next(), kind: 'proposal.added', anchor, change, ...about })
  }
  return records
}

/** Paragraphs long enough to say something about. */
interface Paragraph {
  readonly start: number
  readonly text: string
}

function wordsIn({ report }: AnchorIndex): Paragraph[] {
  const found: Paragraph[] = []
  forEachTextBlock(report.text, (block, pos) => {
    if (block.content.size > 30) found.push({ start: pos + 1, text: plainTextOf(block) })
  })
  return found
}

function someSpot(index: AnchorIndex, paragraphs: readonly Paragraph[], random: Random): AnchorSpot {
  const { notes, indicators } = index.report
  const note = [...notes.keys()][Math.floor(random() * notes.size)]
  const flow = note === undefined ? null : index.note(note)
  if (note !== undefined && flow && random() < 0.05)
    return { kind: 'note', note, from: 1, to: Math.min(12, flow.root.content.size - 1) }
  const [table] = indicators.values()
  const row = table?.rows[Math.floor(random() * table.rows.length)]
  if (table && row && random() < 0.05)
    return { kind: 'cell', table: table.id, row: row.id, column: 'name', from: 0, to: row.name.length }
  return someWords(paragraphs, random)
}

/** Three to ten words in a row. */
function someWords(paragraphs: readonly Paragraph[], random: Random): AnchorSpot {
  const paragraph = paragraphs[Math.floor(random() * paragraphs.length)]
  if (!paragraph) throw new RangeError('The report has no paragraphs')
  const words = [...paragraph.text.matchAll(/[^\s\ufffc]+/gu)]
  const first = Math.floor(random() * Math.max(1, words.length - 3))
  const last = Math.min(words.length - 1, first + 2 + Math.floor(random() * 8))
  const [from, to] = [words[first], words[last]]
  if (!from || !to) throw new RangeError('The paragraph has no words')
  return { kind: 'text', from: paragraph.start + from.index, to: paragraph.start + to.index + to[0].length }
}
