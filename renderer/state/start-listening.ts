import { menuIds, type MenuId } from '../../shared/ipc/menu-ids'
import { listen } from '../host/events'
import { tellOfNewOnes } from './annotations/asks-for-me'
import { attempt } from './attempt'
import { hearCommittee } from './committee'
import { hearDrafts } from './drafts'
import { startImport } from './import-file'
import { hearReports, useOpenReport } from './open-report'
import { hearProposalKeys } from './proposal-keys'
import { hearConnection } from './presence-connection'
import { goToRegion } from './regions'
import { hearReview } from './review'
import { hearSpeakers } from './review-people'
import { hearRights } from './rights'
import { runCommand } from './run-command'
import { hearSeen } from './since'
import { stepChange } from './since-step'
import { hearStore } from './store-state'
import { hearTray } from './tray'
import { hearVersions } from './versions'
import { loadSettings, useWindow } from './window-state'

/** Everything that reaches the window from outside: settings, reports, menu, dropped files, keys. Returns how to stop. */
export function startListening(): () => void {
  void attempt(loadSettings)
  const stops = [
    hearStore(),
    hearTray(),
    hearConnection(),
    hearCommittee(),
    hearReports(),
    hearRights(),
    hearReview(),
    hearSpeakers(),
    hearSeen(),
    hearDrafts(),
    hearVersions(),
    tellOfNewOnes(),
    listen('menu.chosen', ({ id }) => {
      if (isMenuId(id)) choose(id)
    }),
    listen('file.dropped', ({ path }) => void startImport(path)),
    hearKeys(),
    hearProposalKeys(),
  ]
  return () => stops.forEach(stop => stop())
}

const isMenuId = (id: string): id is MenuId => (menuIds as readonly string[]).includes(id)

/** A dialog that is open has the window to itself. */
function choose(id: MenuId): void {
  const { dialog, importing } = useWindow.getState()
  const inDialog = dialog !== null || importing !== null
  if (!inDialog || id === 'undo' || id === 'redo' || id.startsWith('zoom') || id.startsWith('appearance'))
    runCommand(id, useOpenReport.getState().session)
}

/** Keys of the window itself; those of writing belong to the editors. */
const keys: Readonly<Record<string, MenuId>> = {
  'Ctrl+f': 'find',
  'Ctrl+h': 'replace',
  'Ctrl+e': 'export',
  'Ctrl+p': 'print-preview',
  'Ctrl+/': 'shortcuts',
  'Ctrl+Alt+b': 'board',
  'Ctrl+Alt+d': 'approval-queue',
  'Ctrl+Alt+t': 'section-approval',
  'Ctrl+Alt+v': 'versions',
  'Ctrl+Alt+s': 'compare',
  'Ctrl+Alt+m': 'annotate',
  F8: 'annotation-next',
  'Shift+F8': 'annotation-previous',
  'Ctrl+Alt+-': 'zoom-out',
  'Ctrl+0': 'zoom-reset',
  'Ctrl+Alt+=': 'zoom-in',
}

/** On the number pad, whose plus would else be the superscript of the main one. */
const padKeys: Readonly<Record<string, MenuId>> = { NumpadAdd: 'zoom-in', NumpadSubtract: 'zoom-out' }

function hearKeys(): () => void {
  const hear = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const name = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key}`
    const id = keys[name]
    if (event.key === 'F6') goToRegion(event.shiftKey ? -1 : 1)
    else if (event.key === 'F3') stepFind(event.shiftKey ? -1 : 1)
    else if (event.key === 'F9') stepSince(event.shiftKey ? -1 : 1)
    else if (id) choose(id)
    else return
    event.preventDefault()
  }
  const hearPad = (event: KeyboardEvent) => {
    const id = event.ctrlKey || event.metaKey ? padKeys[event.code] : undefined
    if (!id) return
    choose(id)
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('keydown', hear)
  window.addEventListener('keydown', hearPad, { capture: true })
  return () => {
    window.removeEventListener('keydown', hear)
    window.removeEventListener('keydown', hearPad, { capture: true })
  }
}

/** To the next place that changed since the person last looked. */
function stepSince(by: 1 | -1): void {
  const { session } = useOpenReport.getState()
  if (session && useWindow.getState().dialog === null) stepChange(session, by)
}

/** From the find bar the matches are only shown; from elsewhere the person goes to them. */
function stepFind(by: 1 | -1): void {
  const finder = useOpenReport.getState().session?.finder
  if (!finder) return
  if (finder.state().query === '') choose('find')
  finder.step(by)
  if (!document.activeElement?.closest('.find-bar')) finder.enter()
}
