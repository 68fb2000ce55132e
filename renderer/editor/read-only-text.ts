import type { Node } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { NumberStyle } from '../../shared/numbering/number-style'
import type { MountedBlocks } from './node-views/mounted-blocks'
import { sheetView } from './node-views/sheet-view'
import { tableView } from './node-views/table-view'
import { drawing, type DrawingWords } from './plugins/drawing'

interface ReadOnlyText {
  readonly mount: HTMLElement
  readonly text: Node
  readonly numberStyle: NumberStyle
  readonly words: DrawingWords
  /** What it is called aloud. */
  readonly label: string
  /** Who draws the blocks whose content is records. */
  readonly blocks: MountedBlocks
}

/**
 * A text of another day, drawn as the editor draws it, for reading alone: nothing in it can be changed, chosen or copied, so
 * that nobody takes old words for today's. On no shared document.
 */
export function drawReadOnlyText({
  mount,
  text,
  numberStyle,
  words,
  label,
  blocks,
}: ReadOnlyText): EditorView {
  return new EditorView(
    { mount },
    {
      state: EditorState.create({ doc: text, plugins: [drawing(numberStyle, words)] }),
      editable: () => false,
      attributes: {
        class: 'report-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-readonly': 'true',
        'aria-label': label,
      },
      nodeViews: {
        indicator_table: blocks.viewOf('indicator_table'),
        options: blocks.viewOf('options'),
        sheet: sheetView,
        table: tableView,
      },
      handleDOMEvents: { copy: refuse, cut: refuse, dragstart: refuse },
    },
  )
}

function refuse(_view: EditorView, event: Event): boolean {
  event.preventDefault()
  return true
}
