import type { Command } from 'prosemirror-state'
import type { MenuId } from '../../shared/ipc/menu-ids'
import { insertIndicators, insertOptions } from '../editor/commands/insert-records'
import { insertNote } from '../editor/commands/insert-note'
import { setAlignment } from '../editor/commands/align'
import { restartList, toggleList } from '../editor/commands/lists'
import { clearMarks, toggle } from '../editor/commands/marks'
import { moveSectionDown, moveSectionUp } from '../editor/commands/move-section'
import { demote, promote } from '../editor/commands/promote-section'
import { setLevel } from '../editor/commands/set-level'
import { insertTable } from '../editor/commands/tables'
import { vi } from '../wording/vi'
import { annotateHere } from './annotations/begin'
import { stepThread } from './annotations/step'
import { askAboutSectionHere } from './asked-section'
import { askToFreeze } from './versions'
import { readCaret } from './read-caret'
import type { ReportSession } from './report-session'
import { flipSide } from './sides'
import { changeSettings, changeZoom, say, showDialog, showFind, useWindow } from './window-state'
import { startImport } from './import-file'
import { receiveWord } from './returned/returned-file'

type Act = (session: ReportSession) => void

const onText =
  (command: Command): Act =>
  session =>
    void session.run(command)
const onWords =
  (command: Command): Act =>
  session =>
    void session.runHere(command)

/** What each item of the menu, each tool and each key of the window does to the open report. */
const acts: Readonly<Record<MenuId, Act>> = {
  import: () => void startImport(),
  'receive-word': session => void receiveWord(session),
  save: () => say(vi.saved.always),
  export: () => showDialog('export'),
  'export-docx': () => showDialog('export-docx'),
  'export-pdf': () => showDialog('export-pdf'),
  'print-preview': () => showDialog('preview'),
  fields: () => showDialog('fields'),
  share: () => showDialog('share'),
  join: () => showDialog('join'),
  undo: session => inField('undo') || session.undo(),
  redo: session => inField('redo') || session.redo(),
  find: () => showFind('find'),
  replace: () => showFind('replace'),
  'insert-note': session => void session.run(insertNote(session, id => session.goTo({ kind: 'note', id }))),
  'insert-table': onText(insertTable(3, 3)),
  'insert-indicator-table': session => void session.run(insertIndicators(session)),
  'insert-options': session => void session.run(insertOptions(session, vi.editor.options)),
  'insert-link': () => showDialog('link'),
  annotate: annotateHere,
  'annotation-next': session => stepThread(session, 1),
  'annotation-previous': session => stepThread(session, -1),
  bold: onWords(toggle('strong')),
  italic: onWords(toggle('em')),
  underline: onWords(toggle('underline')),
  superscript: onWords(toggle('superscript')),
  subscript: onWords(toggle('subscript')),
  'clear-marks': onWords(clearMarks),
  'level-part': onText(setLevel('part')),
  'level-letter': onText(setLevel('letter')),
  'level-roman': onText(setLevel('roman')),
  'level-number': onText(setLevel('number')),
  'level-subnumber': onText(setLevel('subnumber')),
  'level-none': onText(setLevel(null)),
  'list-number': onText(toggleList('number')),
  'list-letter': onText(toggleList('letter')),
  'list-target': onText(toggleList('target')),
  'list-bullet': onText(toggleList('bullet')),
  'list-restart': onText(restartList(1)),
  'align-justify': onText(setAlignment('justify')),
  'align-left': onText(setAlignment('left')),
  'align-center': onText(setAlignment('center')),
  'align-right': onText(setAlignment('right')),
  promote: onText(promote),
  demote: onText(demote),
  'move-up': onText(moveSectionUp),
  'move-down': onText(moveSectionDown),
  'zoom-in': () => changeZoom(1),
  'zoom-out': () => changeZoom(-1),
  'zoom-reset': () => changeZoom(0),
  'toggle-outline': () => flipSide('outline'),
  'toggle-notes': () => changeSettings({ notesOpen: !useWindow.getState().settings.notesOpen }),
  'toggle-review': () => flipSide('review'),
  'appearance-system': () => changeSettings({ appearance: 'system' }),
  'appearance-light': () => changeSettings({ appearance: 'light' }),
  'appearance-dark': () => changeSettings({ appearance: 'dark' }),
  board: () => showDialog('board'),
  'approval-queue': () => showDialog('queue'),
  'section-approval': askAboutSectionHere,
  versions: () => showDialog('versions'),
  compare: () => showDialog('compare'),
  'sentence-history': () => showDialog('history'),
  freeze: askToFreeze,
  shortcuts: () => showDialog('shortcuts'),
}

/** Items that make sense without a report: on the start screen. */
const always: ReadonlySet<MenuId> = new Set([
  'import',
  'join',
  'shortcuts',
  'appearance-system',
  'appearance-light',
  'appearance-dark',
])

export function runCommand(id: MenuId, session: ReportSession | null): void {
  if (session) {
    readCaret(session)
    acts[id](session)
  } else if (always.has(id)) acts[id](undefined as never)
}

/** Undo within a plain field (find, a form) is the field's own; a grid cell that is only chosen has none. */
function inField(what: 'undo' | 'redo'): boolean {
  const field = document.activeElement
  const plain = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
  if (!plain || field.dataset['mode'] === 'ready') return false
  // Deprecated, and still the only way to reach a field's own history.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return document.execCommand(what)
}
