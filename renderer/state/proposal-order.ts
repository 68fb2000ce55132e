import { noteRefsIn } from '../../shared/numbering/number-notes'
import type { NoteId } from '../../shared/report/ids'
import type { Anchor } from '../../shared/review/anchor'
import type { AnchorIndex } from '../../shared/review/anchor-index'

/** Where in the text something belongs, for lists in reading order; what is gone comes where its section began. */
export function posOfAnchor({ target, section }: Anchor, index: AnchorIndex): number {
  const sectionPos = index.block(section)?.pos ?? 0
  switch (target.kind) {
    case 'words':
    case 'block':
      return index.block(target.block)?.pos ?? sectionPos
    case 'cell':
      return index.block(target.table)?.pos ?? sectionPos
    case 'note':
      return sheetOf(target.note as NoteId, index) ?? sectionPos
    default:
      return sectionPos
  }
}

/** Where the sheet with the note's mark begins: notes of one sheet keep the order in which they were proposed. */
function sheetOf(note: NoteId, { flow }: AnchorIndex): number | undefined {
  return flow.parts.find(({ node }) => [...noteRefsIn(node)].includes(note))?.start
}
