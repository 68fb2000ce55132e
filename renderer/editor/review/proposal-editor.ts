import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import type { Node } from 'prosemirror-model'
import { Selection, TextSelection, type Command } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorProps, type EditorView } from 'prosemirror-view'
import { Doc } from 'yjs'
import { isNoteRef, noteIdOf } from '../../../shared/report/nodes'
import { schema } from '../../../shared/report/schema'
import { notesOf, textOf } from '../../../shared/sync/report-doc'
import { appendChildren, toFragment } from '../../../shared/sync/write-report'
import { newBlockId, type NoteId } from '../../../shared/report/ids'
import { cleanHtml } from '../clipboard/clean-html'
import { plainClipboardProps } from '../clipboard/note-clipboard'
import { textParser } from '../clipboard/parse-rules'
import { plainSpacesIn } from '../clipboard/plain-spaces'
import { readPlainText } from '../clipboard/plain-text'
import { unwrapSheets } from '../clipboard/unwrap-sheets'
import { createView } from '../create-view'
import { writingKeys } from '../keymap'
import { normaliseText } from '../plugins/normalise-text'
import { createPendingWrites } from '../sync/pending-writes'
import { createUndoHistory } from '../undo/undo-history'

interface ProposalEditorInput {
  readonly mount: HTMLElement
  /** A copy of what is to be changed: a `report` with some blocks, or a `note`. */
  readonly start: Node
  readonly label: string
  /** The number that a note has in the report. */
  readonly numberOf: (note: NoteId) => number | undefined
  /** Enter: the person asks to send, or to be asked once more. */
  readonly enter: () => void
  readonly leave: () => void
  readonly onUpdate: () => void
}

export interface ProposalEditor {
  readonly view: EditorView
  readonly read: () => Node
  /** A new paragraph behind everything, with the caret in it. */
  readonly addBehind: () => void
  readonly stop: () => void
}

/** An editor on a copy, with an undo of its own; nothing of it reaches the report. */
export function createProposalEditor({ mount, start, ...input }: ProposalEditorInput): ProposalEditor {
  const body = new Doc()
  const isNote = start.type.name === 'note'
  if (isNote) notesOf(body).set('copy', toFragment(start))
  else appendChildren(textOf(body), start)
  const fragment = isNote ? notesOf(body).get('copy') : textOf(body)
  if (!fragment) throw new RangeError('The copy was not made')
  const writes = createPendingWrites(body)
  const history = createUndoHistory(body, () => undefined, writes.settle)
  const view = createView({
    ...{ mount, fragment, history, writes },
    schema: start.type.schema,
    place: isNote ? { kind: 'note', id: 'copy' as NoteId } : { kind: 'text' },
    onUpdate: input.onUpdate,
    plugins: [
      normaliseText(),
      keymap({ Enter: () => done(input.enter), Escape: () => done(input.leave), 'Mod-a': selectWords }),
      keymap(writingKeys(history)),
      keymap(baseKeymap),
    ],
    props: {
      attributes: {
        ...{ class: 'propose-text', role: 'textbox', spellcheck: 'false' },
        ...{ 'aria-multiline': 'true', 'aria-label': input.label },
      },
      ...(isNote ? plainClipboardProps() : textClipboardProps),
      decorations: ({ doc }) => numbersOf(doc, input.numberOf),
    },
  })
  view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)))
  return {
    view,
    read: () => view.state.doc,
    addBehind: () => addBehind(view),
    stop() {
      view.destroy()
      history.destroy()
      writes.stop()
      body.destroy()
    },
  }
}

/** A copy has no numbers of its own: its notes bear those that they have in the report. */
function numbersOf(doc: Node, numberOf: ProposalEditorInput['numberOf']): DecorationSet {
  const drawn: Decoration[] = []
  doc.descendants((node, pos) => {
    if (!isNoteRef(node)) return
    const number = numberOf(noteIdOf(node))
    drawn.push(Decoration.node(pos, pos + node.nodeSize, { 'data-number': String(number ?? '') }))
  })
  return DecorationSet.create(doc, drawn)
}

/** Words and paragraphs; marks of notes that come along are left out when the proposal is read. */
const textClipboardProps: EditorProps = {
  domParser: textParser,
  clipboardParser: textParser,
  clipboardTextParser: (text, $context, isPlain) => readPlainText(text, isPlain, $context.marks()),
  transformPastedHTML: cleanHtml,
  transformPasted: slice => plainSpacesIn(unwrapSheets(slice)),
}

/** All words, and not the blocks around them: what is typed over them stays a change of the block that was there. */
const selectWords: Command = ({ doc, tr }, dispatch) => {
  dispatch?.(tr.setSelection(TextSelection.between(doc.resolve(0), doc.resolve(doc.content.size))))
  return true
}

function done(act: () => void): boolean {
  act()
  return true
}

function addBehind(view: EditorView): void {
  const { doc, tr } = view.state
  const isNote = doc.type.name === 'note'
  const paragraph = isNote
    ? doc.type.schema.node('paragraph')
    : schema.node('paragraph', { id: newBlockId() })
  // Within the last sheet of a text, behind everything in a note.
  tr.insert(isNote ? doc.content.size : doc.content.size - 1, paragraph)
  view.dispatch(tr.setSelection(Selection.atEnd(tr.doc)).scrollIntoView())
  view.focus()
}
