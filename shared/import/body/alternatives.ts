import type { Options } from '../../options/options'
import { newOptionsId, newWordingId } from '../../report/ids'
import { noteSchema } from '../../report/schema'
import { dropStart } from '../lines/clean-inlines'
import type { Item } from '../lines/items'
import type { Line } from '../lines/line'
import { inlineNodes } from './inline-nodes'

const label = /^(chủ đề|phương án(?: chủ đề)?|lựa chọn)\s+(\d)\s*[:.]\s*(?=\S)/iu

/** "Chủ đề 1: …", "Chủ đề 2: …" in a row: one set of alternatives. `taken` = how many items it covers. */
export function readAlternatives(
  items: readonly Item[],
  from: number,
): { readonly options: Options; readonly taken: number } | undefined {
  const lines: { line: Line; length: number }[] = []
  let name = ''
  for (const item of items.slice(from, from + 9)) {
    const match = item.kind === 'line' && !item.hasNotes ? label.exec(item.text) : null
    if (item.kind !== 'line' || !match || Number(match[2]) !== lines.length + 1) break
    const typed = match[1] ?? ''
    if (lines.length > 0 && typed.toLowerCase() !== name.toLowerCase()) break
    if (lines.length === 0) name = typed
    lines.push({ line: item, length: match[0].length })
  }
  if (lines.length < 2) return undefined
  const wordings = lines.map(({ line, length }) => ({
    id: newWordingId(),
    body: noteSchema.node('note', null, [
      noteSchema.node(
        'paragraph',
        null,
        inlineNodes(dropStart(line.inlines, length), noteSchema, { refs: () => undefined }),
      ),
    ]),
  }))
  return { options: { id: newOptionsId(), name, wordings, chosen: '' }, taken: lines.length }
}
