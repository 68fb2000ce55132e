import type { NewEntry } from '../tray/entries-of'
import type { ReviewRecord } from '../../../shared/review/record'
import type { Anchor } from '../../../shared/review/anchor'
import type { TrayPlace } from '../../../shared/tray/entry'
import { recordNames } from './words'

/** What the committee's host did not take, for the tray: the person's words, where they belong, and why. */
export const refusedRecordEntry = (record: ReviewRecord, reason: string): NewEntry => ({
  ...{ kind: 'remark', author: record.author, reason, mine: wordsOf(record) },
  section: 'anchor' in record ? { id: record.anchor.section, title: record.anchor.sectionTitle } : null,
  place: 'anchor' in record ? placeOf(record.anchor) : { kind: 'block', id: record.id },
  // It is about no letters of the text; the record's own name keeps it from being told twice.
  letters: [[hashOf(record.id), 0, 1]],
})

function wordsOf(record: ReviewRecord): string {
  const said = 'text' in record ? record.text : 'reason' in record ? record.reason : ''
  const proposed = record.kind === 'proposal.added' && 'now' in record.change ? (record.change.now ?? '') : ''
  return [recordNames[record.kind], proposed, said].filter(Boolean).join('\n')
}

function placeOf({ target, section }: Anchor): TrayPlace {
  switch (target.kind) {
    case 'note':
      return { kind: 'note', id: target.note }
    case 'cell':
      return { kind: 'cell', table: target.table, row: target.row, cell: target.column }
    case 'section':
      return { kind: 'block', id: section }
    default:
      return { kind: 'block', id: target.block }
  }
}

const hashOf = (id: string): number =>
  Buffer.from(id).reduce((hash, byte) => (Math.imul(hash, 31) + byte) >>> 0, 7)
