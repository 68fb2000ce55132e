import type { Slice } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import { dropPoint } from 'prosemirror-transform'
import type { EditorProps, EditorView } from 'prosemirror-view'
import type { Desk } from '../desk'
import { mayEdit } from '../rights/limit-edits'
import type { Numbers } from '../plugins/drawing'
import { hasMarks, settle, type CarriedById } from './carried'
import { cleanHtml } from './clean-html'
import { CopySerializer } from './copy-serializer'
import { pasteParser, textParser } from './parse-rules'
import { plainSpacesIn } from './plain-spaces'
import { readPlainText, writePlainText } from './plain-text'
import { unwrapSheets } from './unwrap-sheets'

/** Copying, pasting, dragging and dropping in the text of a report. */
export function clipboardProps(desk: Desk, numbersOf: (state: EditorState) => Numbers): EditorProps {
  const carried: CarriedById = new Map()
  let copying: EditorState | undefined
  return {
    domParser: textParser,
    clipboardParser: pasteParser(carried),
    clipboardSerializer: new CopySerializer(desk.body, () => {
      if (!copying) throw new RangeError('Nothing is being copied')
      return numbersOf(copying)
    }),
    clipboardTextSerializer: writePlainText,
    clipboardTextParser: (text, $context, isPlain) => readPlainText(text, isPlain, $context.marks()),
    transformCopied(slice, view) {
      copying = view.state
      return unwrapSheets(slice)
    },
    transformPastedHTML(html) {
      carried.clear()
      return cleanHtml(html)
    },
    transformPasted: slice => plainSpacesIn(unwrapSheets(slice)),
    handlePaste: (view, _event, slice) => pasteMarks(view, slice, carried, desk),
    handleDrop: (view, event, slice, isMoved) => !isMoved && dropMarks(view, event, slice, { carried, desk }),
  }
}

/** Pastes what has marks of notes or records in it, with records of its own, in one step. */
function pasteMarks(view: EditorView, slice: Slice, carried: CarriedById, { body, history }: Desk): boolean {
  if (!hasMarks(slice)) return false
  const settled = settle(slice, carried, body, view.state)
  const tr = pasted(view.state.tr.replaceSelection(settled.slice), 'paste')
  if (!mayEdit(body, view.state.doc, tr.doc)) return true
  history.oneStep(() => {
    settled.store()
    view.dispatch(tr)
  })
  return true
}

interface Drop {
  readonly carried: CarriedById
  readonly desk: Desk
}

function dropMarks(view: EditorView, event: DragEvent, slice: Slice, { carried, desk }: Drop): boolean {
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
  if (!at || !hasMarks(slice)) return false
  // Nothing is replaced by a drop, so every mark of the text stays.
  const settled = settle(slice, carried, desk.body, view.state)
  const pos = dropPoint(view.state.doc, at.pos, settled.slice) ?? at.pos
  event.preventDefault()
  const tr = pasted(view.state.tr.replaceRange(pos, pos, settled.slice), 'drop')
  if (!mayEdit(desk.body, view.state.doc, tr.doc)) return true
  desk.history.oneStep(() => {
    settled.store()
    view.dispatch(tr)
  })
  return true
}

const pasted = (tr: Transaction, how: string): Transaction =>
  tr
    .scrollIntoView()
    .setMeta('paste', how === 'paste')
    .setMeta('uiEvent', how)
