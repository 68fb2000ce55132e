import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { Selection, type Command } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { XmlFragment } from 'yjs'
import { noteSchema } from '../../shared/report/schema'
import { plainClipboardProps } from './clipboard/note-clipboard'
import { createView } from './create-view'
import { writingKeys } from './keymap'
import type { Place } from './place'
import { findHighlights } from './plugins/find-highlights'
import { holdRemote, type Remote } from './plugins/hold-remote'
import { normaliseText } from './plugins/normalise-text'
import { annotationMarks } from './review/annotation-marks'
import { proposalMarks, trackedMarks } from './review/proposal-marks'
import { colleagueCarets } from './presence/colleague-carets'
import type { Colleagues } from './presence/colleagues'
import { limitRecord } from './rights/limit-edits'
import { keepCaret } from './sync/keep-caret'
import type { PendingWrites } from './sync/pending-writes'
import type { UndoHistory } from './undo/undo-history'

export interface NoteEditorInput {
  readonly mount: HTMLElement
  /** The body of a note, or of an alternative wording. */
  readonly fragment: XmlFragment
  readonly place: Place
  readonly history: UndoHistory
  readonly writes: PendingWrites
  readonly remote: Remote
  readonly colleagues: Colleagues
  readonly readOnly: boolean
  /** Id of the element whose words name it: they may change under the editor, as a note's number does. */
  readonly labelledBy: string
  /** Esc, and Alt+Up at the first line: back to where the note belongs. */
  readonly leave: () => void
  readonly editLink: () => void
  readonly enter: () => void
  readonly onUpdate: () => void
}

/** A small editor for a note or an alternative wording: plain paragraphs and marks. */
export function createNoteEditor(input: NoteEditorInput): EditorView {
  const leave: Command = (_state, dispatch) => {
    if (dispatch) input.leave()
    return true
  }
  const link: Command = (_state, dispatch) => {
    if (dispatch) input.editLink()
    return true
  }
  return createView({
    ...input,
    schema: noteSchema,
    plugins: [
      holdRemote(input.remote),
      keepCaret(),
      limitRecord(input.fragment, input.place),
      normaliseText(),
      findHighlights(),
      annotationMarks(),
      proposalMarks(),
      trackedMarks(),
      colleagueCarets(input.colleagues, input.place, input.writes.settle),
      keymap({ Escape: leave, 'Mod-k': link }),
      keymap(writingKeys(input.history)),
      keymap(baseKeymap),
    ],
    props: {
      editable: () => !input.readOnly,
      attributes: {
        class: 'note-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': input.labelledBy,
        spellcheck: 'false',
      },
      ...plainClipboardProps(),
      handleDOMEvents: {
        focus(view) {
          ensureParagraph(view)
          input.enter()
          return false
        },
      },
    },
  })
}

/** A note that lost its last paragraph gets one when somebody wants to write in it. */
function ensureParagraph(view: EditorView): void {
  const { doc, tr, schema } = view.state
  const paragraph = schema.nodes['paragraph']?.create()
  if (doc.childCount > 0 || !view.editable || !paragraph) return
  tr.insert(0, paragraph)
  view.dispatch(tr.setSelection(Selection.atEnd(tr.doc)))
}
