import { baseKeymap } from 'prosemirror-commands'
import { dropCursor } from 'prosemirror-dropcursor'
import { gapCursor } from 'prosemirror-gapcursor'
import { keymap } from 'prosemirror-keymap'
import { NodeSelection, type Command, type Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { NumberStyle } from '../../shared/numbering/number-style'
import type { NoteId } from '../../shared/report/ids'
import { isNoteRef, noteIdOf } from '../../shared/report/nodes'
import { schema } from '../../shared/report/schema'
import { textOf } from '../../shared/sync/report-doc'
import { clipboardProps } from './clipboard/clipboard-props'
import { insertNote } from './commands/insert-note'
import { createView } from './create-view'
import type { Desk } from './desk'
import type { EditorWords } from './editor-words'
import { textKeys, writingKeys } from './keymap'
import type { MountedBlocks } from './node-views/mounted-blocks'
import { sheetView } from './node-views/sheet-view'
import { tableView } from './node-views/table-view'
import { blockIds } from './plugins/block-ids'
import { drawing, numbersIn } from './plugins/drawing'
import { findHighlights } from './plugins/find-highlights'
import { holdRemote, type Remote } from './plugins/hold-remote'
import { keepSheets } from './plugins/keep-sheets'
import { normaliseText } from './plugins/normalise-text'
import { tables, writableCells } from './plugins/tables'
import { typedLists } from './plugins/typed-lists'
import { unsettledSentences } from './plugins/unsettled-sentences'
import { writeAnywhere } from './plugins/write-anywhere'
import { annotationMarks } from './review/annotation-marks'
import { nearScreen } from './review/near-screen'
import { proposePlace } from './review/propose-place'
import { sectionBarPlace } from './review/section-bar-place'
import { proposalMarks, trackedMarks } from './review/proposal-marks'
import { colleagueCarets } from './presence/colleague-carets'
import type { Colleagues } from './presence/colleagues'
import { limitEdits } from './rights/limit-edits'
import { lockedSections } from './rights/locked-sections'
import { rightsOf } from './rights/rights'
import { keepCaret } from './sync/keep-caret'
import type { PendingWrites } from './sync/pending-writes'

/** What the editor of the text needs from the report that is open. */
export interface EditorSession extends Desk {
  readonly readOnly: boolean
  readonly writes: PendingWrites
  readonly blocks: MountedBlocks
  readonly remote: Remote
  readonly colleagues: Colleagues
  readonly words: EditorWords
  readonly numberStyle: () => NumberStyle
  readonly goToNote: (id: NoteId) => void
  /** The person asked to edit the link at the caret (Ctrl+K). */
  readonly editLink: () => void
  /** The text has the focus now. */
  readonly enterText: () => void
  readonly onUpdate: () => void
}

/** The editor of a report's text, drawn in `mount`. Words that do not fit the schema are deleted for everyone. */
export function createReportEditor(session: EditorSession, mount: HTMLElement): EditorView {
  return createView({
    mount,
    fragment: textOf(session.body),
    schema,
    place: { kind: 'text' },
    history: session.history,
    writes: session.writes,
    plugins: pluginsOf(session),
    onUpdate: session.onUpdate,
    props: {
      editable: () => !session.readOnly,
      attributes: {
        class: 'report-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': session.words.text,
        spellcheck: 'false',
        // Who may not write here reads and decides from the keyboard, too: nothing else makes that focusable.
        tabindex: '0',
      },
      nodeViews: {
        indicator_table: session.blocks.viewOf('indicator_table'),
        options: session.blocks.viewOf('options'),
        sheet: sheetView,
        table: tableView,
      },
      ...clipboardProps(session, state => numbersIn(state)),
      handleClick: (_view, _pos, event) => {
        const mark =
          event.target instanceof Element ? event.target.closest<HTMLElement>('sup[data-note]') : null
        if (!mark || event.button !== 0) return false
        session.goToNote(mark.dataset['note'] as NoteId)
        return true
      },
      handleDOMEvents: {
        focus: () => {
          session.enterText()
          return false
        },
      },
    },
  })
}

function pluginsOf(session: EditorSession): Plugin[] {
  const { history } = session
  const rights = rightsOf(session.body)
  const note = insertNote(session, session.goToNote)
  return [
    // Before everything that reads the shared document: colleagues wait while a word is being composed.
    holdRemote(session.remote),
    keepCaret(),
    // Before anything completes an edit: what may not be written is not begun.
    limitEdits(rights),
    lockedSections(rights),
    // Text first, then the blocks it made, then the sheets of those blocks: each sees the work of the one before.
    normaliseText(),
    writableCells(),
    blockIds(),
    keepSheets(),
    // After ids and sheets are settled, so that it draws each edit once.
    drawing(session.numberStyle(), session.words),
    findHighlights(),
    unsettledSentences(),
    nearScreen(),
    annotationMarks(),
    proposalMarks(),
    trackedMarks(),
    proposePlace(),
    sectionBarPlace(),
    colleagueCarets(session.colleagues, { kind: 'text' }, session.writes.settle),
    // Typed characters: lists before plain text.
    typedLists(history.separate, state => numbersIn(state).paragraphs),
    writeAnywhere(),
    // Keys: ours before those of tables and of ProseMirror.
    keymap({ Enter: openChosenNote(session.goToNote) }),
    keymap(writingKeys(history)),
    keymap(textKeys(note, session.editLink)),
    keymap(baseKeymap),
    // Arrow keys between cells and beside objects come last: everything above may claim them.
    tables(),
    gapCursor(),
    dropCursor({ class: 'drop-cursor', color: false }),
  ]
}

/** Enter on a chosen note mark goes to the note. */
const openChosenNote =
  (goToNote: (id: NoteId) => void): Command =>
  ({ selection }, dispatch) => {
    if (!(selection instanceof NodeSelection) || !isNoteRef(selection.node)) return false
    if (dispatch) goToNote(noteIdOf(selection.node))
    return true
  }
