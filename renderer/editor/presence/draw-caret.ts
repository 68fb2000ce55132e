import type { Node } from 'prosemirror-model'
import { Decoration } from 'prosemirror-view'
import type { ColleagueCaret } from './colleagues'

/** One colleague's caret with the name, and what they selected. */
export function drawCaret(
  doc: Node,
  caret: ColleagueCaret,
  { anchor, head }: { readonly anchor: number; readonly head: number },
): Decoration[] {
  const selected = Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), {
    class: `colleague-selection ${looks(caret)}`,
  })
  return [...(anchor === head ? [] : [selected]), ...drawHead(doc, caret, head)]
}

function drawHead(doc: Node, caret: ColleagueCaret, head: number): Decoration[] {
  const $head = doc.resolve(head)
  if ($head.parent.inlineContent) return [caretAt(head, caret)]
  // Between blocks: they have chosen the one behind, an indicator table or a whole paragraph.
  const node = $head.nodeAfter
  return node ? [Decoration.node(head, head + node.nodeSize, attributesOf(caret, 'colleague-block'))] : []
}

function caretAt(pos: number, caret: ColleagueCaret): Decoration {
  const toDOM = (): HTMLElement => {
    const dom = document.createElement('span')
    for (const [name, value] of Object.entries(attributesOf(caret, 'colleague-caret')))
      dom.setAttribute(name, value)
    return dom
  }
  // With every move it is drawn anew, which shows the name again; a caret that only shifts with the text is not.
  const key = `${caret.client} ${caret.moves} ${looks(caret)} ${caret.name}`
  return Decoration.widget(pos, toDOM, { key, side: 10, ignoreSelection: true })
}

/** The name is an attribute, drawn by the style sheet: it is no part of the words that are copied or read aloud. */
const attributesOf = (caret: ColleagueCaret, className: string): Record<string, string> => ({
  class: `${className} ${looks(caret)}`,
  'data-colleague': caret.name,
  'data-client': String(caret.client),
  ...(className === 'colleague-caret' ? { 'aria-hidden': 'true' } : {}),
})

const looks = ({ colour, isIdle }: ColleagueCaret): string => `person-${colour}${isIdle ? ' idle' : ''}`
