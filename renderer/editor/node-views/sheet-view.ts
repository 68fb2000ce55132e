import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'

/* Of the paper: letters in a line, its height and the room around a block in px. */
const letters = 75
const line = 24
const around = 16

/** A sheet, with a guess of its height for as long as it has not come into view: the scroll bar goes by it. */
export function sheetView(sheet: Node): NodeView {
  const dom = document.createElement('div')
  dom.className = 'sheet'
  const lines = sheet.children.reduce((sum, block) => sum + Math.ceil(block.content.size / letters), 0)
  dom.style.setProperty('--guess', `${lines * line + sheet.childCount * around}px`)
  return { dom, contentDOM: dom }
}
