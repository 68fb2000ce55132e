import type { Command, EditorState } from 'prosemirror-state'
import { hrefOf } from '../../../shared/report/nodes'

/** An address as it may be kept, or null: only web pages and mail are let through. */
export function safeHref(typed: string): string | null {
  const words = typed.trim()
  if (words === '') return null
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(words)) return `mailto:${words}`
  const address = /^[a-z][a-z0-9+.-]*:/i.test(words) ? words : `https://${words}`
  if (!URL.canParse(address)) return null
  return ['http:', 'https:', 'mailto:'].includes(new URL(address).protocol) ? address : null
}

/** Links the selection, or the whole link at the caret; without either, inserts the address as linked text. */
export const setLink =
  (typed: string): Command =>
  (state, dispatch) => {
    const href = safeHref(typed)
    const type = state.schema.marks['link']
    if (!href || !type) return false
    const { from, to } = linkRange(state) ?? state.selection
    const mark = type.create({ href })
    if (from === to) dispatch?.(state.tr.insert(from, state.schema.text(typed.trim(), [mark])))
    else dispatch?.(state.tr.removeMark(from, to, type).addMark(from, to, mark))
    return true
  }

export const removeLink: Command = (state, dispatch) => {
  const range = linkRange(state) ?? state.selection
  const type = state.schema.marks['link']
  if (!type || !state.doc.rangeHasMark(range.from, range.to, type)) return false
  dispatch?.(state.tr.removeMark(range.from, range.to, type))
  return true
}

/** The address of the link at the caret, or undefined. */
export function linkAt(state: EditorState): string | undefined {
  const { $from } = state.selection
  const marks = [...$from.marks(), ...($from.nodeAfter?.marks ?? [])]
  const link = marks.find(mark => mark.type.name === 'link')
  return link && hrefOf(link)
}

/** The whole of the link in which a bare caret stands. */
function linkRange(state: EditorState): { from: number; to: number } | undefined {
  const { $from, empty } = state.selection
  const href = linkAt(state)
  if (!empty || href === undefined) return undefined
  let from = $from.start()
  let range: { from: number; to: number } | undefined
  $from.parent.forEach((node, offset) => {
    const isIn = node.marks.some(mark => mark.type.name === 'link' && hrefOf(mark) === href)
    if (!isIn) from = $from.start() + offset + node.nodeSize
    const end = $from.start() + offset + node.nodeSize
    if (isIn && from <= $from.pos && end >= $from.pos && from < end) range = { from, to: end }
  })
  return range
}
