import type { Command } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Doc } from 'yjs'
import type { Node } from 'prosemirror-model'
import type { BlockId, NoteId } from '../../shared/report/ids'
import type { Report } from '../../shared/report/report'
import type { Edit } from '../../shared/review/apply-edit'
import type { RestoreWhat } from '../../shared/versions/restore/restore-what'
import type { EditorWords } from '../editor/editor-words'
import { createMountedBlocks, type MountedBlocks } from '../editor/node-views/mounted-blocks'
import { createNoteEditor } from '../editor/note-editor'
import type { Place, Visit } from '../editor/place'
import { restyle } from '../editor/plugins/drawing'
import { selectionSpots } from '../editor/queries/spots'
import type { Remote } from '../editor/plugins/hold-remote'
import { noColleagues, type Colleagues } from '../editor/presence/colleagues'
import { createReportEditor } from '../editor/report-editor'
import { rightsOf } from '../editor/rights/rights'
import { hasMisfits } from '../editor/sync/binding'
import { createPendingWrites, type Later, type PendingWrites } from '../editor/sync/pending-writes'
import { createUndoHistory, type UndoHistory } from '../editor/undo/undo-history'
import { numberStyleOf } from '../../shared/print/number-style-of'
import { carryOut } from './report/carry-out'
import { createEditors, fragmentAt, type Editors, type NotePlace } from './report/editors'
import { createFinder, type Finder } from './report/finder'
import { goToBlock, goToNoteMark } from './report/go-to'
import { createListeners, type Listeners } from './report/listeners'
import { watchAllRecords, type Records } from './report/records'
import { createReviewPlaces, type OwnReviewPlaces } from './report/review-places'
import { createSnapshots, type Snapshots } from './report/snapshots'
import { restore, type Restored } from './report/restore'
import type { ReviewPlaces } from '../editor/review/review-places'

export type { Caret } from './report/caret'
export type { NotePlace } from './report/editors'
export type { Restored } from './report/restore'
export type { NoteEntry } from './report/notes-order'

export interface SessionInput {
  readonly body: Doc
  readonly readOnly: boolean
  /** Where colleagues' changes can wait while a word is composed; nothing waits where it is left out. */
  readonly remote?: Remote
  /** Who else writes the report; nobody where it is left out. */
  readonly colleagues?: Colleagues
  /** Where the person is to begin: where they were in the replica that this one replaces. */
  readonly startAt?: Visit
  /** When letters that are on the screen go into the shared document; at once where it is left out. */
  readonly later?: Later
  readonly words: EditorWords
  /** Ctrl+K in any editor. */
  readonly editLink: () => void
}

/**
 * One open report in a window: its shared document, the one undo history, the editors, and snapshots for the
 * panels. Snapshots keep their identity while nothing in them changed, so they suit `useSyncExternalStore`.
 */
export interface ReportSession extends Omit<Snapshots, 'stop'>, Omit<Records, 'stop' | 'notes'> {
  readonly body: Doc
  /** Nothing can be changed here: by the file, or because the person only reads. */
  readonly readOnly: boolean
  readonly history: UndoHistory
  readonly blocks: MountedBlocks
  readonly finder: Finder
  /** Where annotations and proposals stand, and their drawing in the text. */
  readonly review: ReviewPlaces
  readonly words: EditorWords
  /** Told shortly after any change of content, selection, place or history. */
  readonly subscribe: (listener: () => void) => () => void
  /** A note's body, for showing it where no editor is mounted; undefined where none is stored. */
  readonly note: (id: NoteId) => Node | undefined

  /** Draws the editor of the text; returns how to take it away. */
  readonly mountText: (mount: HTMLElement) => () => void
  /** Draws the editor of a note or a wording, and takes the focus if the person is wanted there. */
  readonly mountNote: (place: NotePlace, mount: HTMLElement, labelledBy: string) => () => void
  /** Whether an editor leaves out something that this program does not know, and so takes no changes. */
  readonly hasUnknown: () => boolean
  /** The editor of the text; null until mounted. */
  readonly editor: () => EditorView | null
  /** All editors on screen with what each shows. */
  readonly editors: () => readonly { readonly place: Place; readonly view: EditorView }[]
  /** The editor that has, or last had, the focus. */
  readonly activeEditor: () => EditorView | null

  /** Runs a command on the text and puts the caret back into it; false where it does not apply. */
  readonly run: (command: Command) => boolean
  /** The same on the editor in use: text, note or wording. */
  readonly runHere: (command: Command) => boolean
  readonly can: (command: Command) => boolean
  /** Carries out what a proposal asks for, in one step of undo; false where the person may not. */
  readonly carryOut: (edits: readonly Edit[]) => boolean
  /** Brings a version's words back into the report as it is now, as the person's own edit, in one step of undo. */
  readonly restore: (version: Report, what: RestoreWhat) => Restored
  readonly undo: () => void
  readonly redo: () => void
  /** Puts into the shared document what is on the screen and waits; before somebody else reads or changes it. */
  readonly settle: () => void

  /** Takes the person to where they were before the text was drawn anew; false where they were nowhere yet. */
  readonly begin: () => boolean
  /** Where the person is, and what is selected there. */
  readonly visit: () => Visit
  /** The person is now at this place (a cell, a field, a note). */
  readonly enter: (place: Place) => void
  /** Where the person is to be taken; the panel that shows it goes there and calls `enter`. */
  readonly wanted: () => Place | null
  /** Takes the person to a place: at once where it is mounted, else through `wanted`. */
  readonly goTo: (place: Place) => void
  readonly goToBlock: (id: BlockId) => void
  readonly goToNoteMark: (id: NoteId) => void
  readonly close: () => void
}

/** Nothing waits: for reports that nobody else can change. */
const nobody: Remote = { hold: () => undefined, release: () => undefined }

interface Parts {
  readonly input: SessionInput
  readonly listeners: Listeners
  readonly editors: Editors
  readonly records: Records
  readonly history: UndoHistory
  readonly writes: PendingWrites
  readonly blocks: MountedBlocks
  readonly review: OwnReviewPlaces
  readonly snapshots: Snapshots
  /** Where the person is to begin when the text is drawn. */
  readonly startAt: () => Visit | undefined
  /** The editor of the text is about to go; where the person was is where they begin in the next. */
  readonly leave: () => void
}

/** Opens the session of a report whose shared document is here already. Call `close` when the window leaves it. */
export function openSession(input: SessionInput): ReportSession {
  const { body } = input
  const parts = createParts(input)
  const { listeners, editors, records, history, writes, blocks, review, snapshots } = parts
  const rights = rightsOf(body)
  rights.readFrom(snapshots.text)
  const finder = createFinder({ body, history, editors, report: snapshots.report, onChange: listeners.soon })
  const stops = [
    history.onChange(listeners.soon),
    listeners.subscribe(finder.follow),
    followStyle(parts),
    records.stop,
    review.stop,
    snapshots.stop,
    writes.stop,
  ]
  return {
    ...snapshots,
    ...actionsOf(parts),
    body,
    // A reader of the committee's may come to write, and the other way round.
    get readOnly() {
      return input.readOnly || rights.isReader()
    },
    words: input.words,
    history,
    blocks,
    finder,
    review,
    settle: writes.settle,
    subscribe: listeners.subscribe,
    fields: records.fields,
    indicators: records.indicators,
    options: records.options,
    note: id => records.notes().get(id),
    begin() {
      const startAt = parts.startAt()
      if (!startAt) return false
      editors.goBack(startAt)
      return true
    },
    mountText: mount => mountText(parts, mount),
    mountNote: (place, mount, labelledBy) => mountNote(parts, place, { mount, labelledBy }),
    close() {
      for (const view of [...editors.all()]) view.destroy()
      for (const stop of stops) stop()
      history.destroy()
      listeners.stop()
    },
  }
}

function createParts(input: SessionInput): Parts {
  const { body } = input
  const listeners = createListeners()
  const records = watchAllRecords(body, listeners.soon)
  const writes = createPendingWrites(body, input.later)
  const history: UndoHistory = createUndoHistory(body, visit => editors.goBack(visit), writes.settle)
  const blocks = createMountedBlocks()
  const editors = createEditors(history.visit, {
    onMove: listeners.soon,
    onWanted: listeners.now,
    draw: place => blocks.drawNow(blockOf(place)),
  })
  let { startAt } = input
  const leave = (): void => void (startAt = visitOf(editors))
  const snapshots = createSnapshots({ body, editors, records, history, onChange: listeners.soon })
  const review = createReviewPlaces({
    ...{ body, editors, listeners },
    report: snapshots.report,
    settle: writes.settle,
  })
  return {
    input,
    listeners,
    editors,
    records,
    history,
    writes,
    blocks,
    review,
    snapshots,
    leave,
    startAt: () => startAt,
  }
}

function actionsOf({ input, editors, history, snapshots }: Parts) {
  const runOn = (view: EditorView | null, command: Command): boolean => {
    if (!view) return false
    const isDone = command(view.state, view.dispatch, view)
    view.focus()
    return isDone
  }
  const withText = (act: (view: EditorView) => boolean): void => {
    const view = editors.text()
    if (view) act(view)
  }
  return {
    hasUnknown: () => [...editors.all()].some(view => hasMisfits(view.state)),
    editor: editors.text,
    editors: editors.placed,
    activeEditor: editors.active,
    run: (command: Command) => runOn(editors.text(), command),
    runHere: (command: Command) => runOn(editors.active(), command),
    can: (command: Command) => {
      const view = editors.text()
      return view !== null && command(view.state)
    },
    carryOut: (edits: readonly Edit[]) => carryOut(edits, { body: input.body, editors, history }),
    restore: (version: Report, what: RestoreWhat) => {
      history.separate()
      return restore(snapshots.report(), { version, what }, { body: input.body, editors, history })
    },
    undo: () => void history.undo(),
    redo: () => void history.redo(),
    visit: () => visitOf(editors),
    enter: editors.enter,
    wanted: editors.wanted,
    goTo: editors.goTo,
    goToBlock: (id: BlockId) => withText(view => goToBlock(view, id)),
    goToNoteMark: (id: NoteId) => withText(view => goToNoteMark(view, id)),
  }
}

/** The id of the block that shows a place; '' where none does. */
const blockOf = (place: Place): string =>
  'tableId' in place ? place.tableId : 'optionsId' in place ? place.optionsId : ''

function mountText(
  { input, editors, records, history, writes, blocks, review, listeners, leave }: Parts,
  mount: HTMLElement,
): () => void {
  const { body, readOnly, words, editLink } = input
  const view = createReportEditor(
    {
      ...{ body, readOnly, words, editLink, history, writes, blocks },
      remote: input.remote ?? nobody,
      colleagues: input.colleagues ?? noColleagues,
      numberStyle: () => numberStyleOf(records.fields()),
      goToNote: id => editors.goTo({ kind: 'note', id }),
      enterText: () => editors.enter({ kind: 'text' }),
      onUpdate: listeners.soon,
    },
    mount,
  )
  // What depends on the caret was drawn before there was one.
  listeners.soon()
  const remove = editors.add({ kind: 'text' }, view)
  review.redraw()
  return () => {
    leave()
    remove()
  }
}

function visitOf(editors: Editors): Visit {
  const view = editors.active()
  return { place: editors.place(), selection: view && selectionSpots(view.state) }
}

interface NoteMount {
  readonly mount: HTMLElement
  readonly labelledBy: string
}

function mountNote(parts: Parts, place: NotePlace, { mount, labelledBy }: NoteMount): () => void {
  const { input, editors, history, writes, listeners } = parts
  const fragment = fragmentAt(input, place)
  if (!fragment) return () => undefined
  const leave = (): void => {
    const text = editors.text()
    if (!text) return
    if (place.kind !== 'note' || !goToNoteMark(text, place.id)) text.focus()
  }
  const view = createNoteEditor({
    ...{ mount, labelledBy, fragment, place, history, writes, leave },
    readOnly: input.readOnly,
    remote: input.remote ?? nobody,
    colleagues: input.colleagues ?? noColleagues,
    editLink: input.editLink,
    enter: () => editors.enter(place),
    onUpdate: listeners.soon,
  })
  parts.review.redraw()
  return editors.add(place, view)
}

/** Redraws the numbers when the fields ask for another way of writing them. */
function followStyle({ listeners, records, editors }: Parts): () => void {
  let shown = numberStyleOf(records.fields())
  return listeners.subscribe(() => {
    const next = numberStyleOf(records.fields())
    const view = editors.text()
    if (!view || (next.part === shown.part && next.mark === shown.mark)) return
    shown = next
    view.dispatch(restyle(view.state, next))
  })
}
