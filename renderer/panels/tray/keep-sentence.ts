import type { EditorState, Transaction } from 'prosemirror-state'
import type { BlockId } from '../../../shared/report/ids'
import { schema } from '../../../shared/report/schema'
import { plainTextOf } from '../../../shared/report/text-blocks'
import type { TrayEntry } from '../../../shared/tray/entry'
import { findBlock } from '../../editor/queries/find-block'

/** The edit that gives a sentence, which two people changed, one of the two wordings; null where it is not there. */
export function withSentence(
  state: EditorState,
  { place, merged = '' }: TrayEntry,
  words: string,
): Transaction | null {
  const found = place.kind === 'block' ? findBlock(state.doc, place.id as BlockId) : null
  if (!found?.node.isTextblock) return null
  const text = plainTextOf(found.node)
  const at = merged === '' ? text.length : text.indexOf(merged)
  if (at < 0) return null
  const from = found.pos + 1 + at
  const spaced = merged === '' && text !== '' && !text.endsWith(' ') ? ` ${words}` : words
  const { tr } = state
  if (words === '') return tr.delete(from, from + merged.length)
  return tr.replaceWith(from, from + merged.length, schema.text(spaced, marksAt(state, from)))
}

/** What the sentence's first letter bears: bold within it is lost, bold all over is kept. */
const marksAt = ({ doc }: EditorState, from: number) => doc.nodeAt(from)?.marks ?? []
