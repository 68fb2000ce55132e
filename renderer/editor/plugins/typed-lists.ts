import { Plugin, type EditorState, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { listMark, type ParagraphMarks } from '../../../shared/numbering/number-paragraphs'
import { blockIdOf, isParagraph, listOf } from '../../../shared/report/nodes'
import type { List } from '../../../shared/report/lists'

/**
 * "- ", "1. ", "a) ", "(1). " typed at the start of a paragraph makes it a list item, as in Word. The typing and
 * the change are two steps of undo, so Ctrl+Z gives the typed characters back.
 */
export function typedLists(separate: () => void, marksIn: (state: EditorState) => ParagraphMarks): Plugin {
  return new Plugin({
    props: {
      handleTextInput(view, from, to, text) {
        const typed = text === ' ' && from === to ? markBefore(view) : undefined
        if (!typed) return false
        view.dispatch(view.state.tr.insertText(' ', from, to))
        separate()
        view.dispatch(asItem(view.state, typed, marksIn))
        separate()
        return true
      },
    },
  })
}

interface Typed {
  readonly list: Exclude<List, 'none'>
  readonly mark: string
}

function markBefore({ state, composing }: EditorView): Typed | undefined {
  const { $from } = state.selection
  const block = $from.parent
  if (composing || !isParagraph(block) || listOf(block) !== 'none' || $from.parentOffset > 5) return undefined
  const mark = block.textBetween(0, $from.parentOffset, null, '\ufffc')
  const list = listOfMark(mark)
  return list && { list, mark }
}

function listOfMark(mark: string): Typed['list'] | undefined {
  if (/^[-–•*]$/.test(mark)) return 'bullet'
  if (/^\d{1,3}\.$/.test(mark)) return 'number'
  if (/^\(\d{1,3}\)\.?$/.test(mark)) return 'target'
  return /^[a-zđ]\)$/.test(mark) ? 'letter' : undefined
}

function asItem(
  state: EditorState,
  { list, mark }: Typed,
  marksIn: (state: EditorState) => ParagraphMarks,
): Transaction {
  const { $from } = state.selection
  const block = $from.before()
  const tr = state.tr.delete(block + 1, $from.pos).setNodeAttribute(block, 'list', list)
  // Where the count would come out otherwise, what was typed holds.
  const counted = marksIn(state.apply(tr)).get(blockIdOf($from.parent))
  const start = list === 'bullet' ? null : countOf(list, mark)
  return counted && start !== null && counted !== listMark(list as 'number', start)
    ? tr.setNodeAttribute(block, 'start', start)
    : tr
}

function countOf(list: Typed['list'], mark: string): number | null {
  if (list !== 'letter') return Number(/\d+/.exec(mark)?.[0] ?? 1)
  for (let count = 1; count < 30; count++) if (listMark('letter', count) === mark) return count
  return null
}
