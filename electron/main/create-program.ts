import { join } from 'node:path'
import { app } from 'electron'
import { SharingHost } from '../host/sharing/sharing-host'
import { makeIsolated } from '../host/versions/make-isolated'
import { Settings } from '../../shared/ipc/contract'
import { chosenPaths } from './files/chosen-paths'
import { jsonFile } from './files/json-file'
import { logTo } from './files/log-file'
import { desktopIdentity } from './identity/desktop-identity'
import { forkUtility } from './isolated/fork-utility'
import type { Program } from './program'
import { closeWithCare } from './reports/close-report'
import { createImports } from './reports/imports'
import { openReport } from './reports/open-reports'
import { signatureOf } from './reports/ledger-alone'
import { Person } from './reports/person'
import { createReadFiles } from './reports/read-files'
import { RecentList, recentReports } from './reports/recent-reports'
import { createTasks } from './tasks'
import { WindowPlace } from './windows/window-place'
import { createWindows } from './windows/window-registry'
import { words } from './words'

/** The parts of the program, each with its file in the person's own folder. */
export function createProgram(preload: string, onRecent: () => void): Program {
  const own = (name: string): string => join(app.getPath('userData'), name)
  const log = logTo(own('du-thao.log'))
  const recoveryFolder = own('recovery')
  const me = desktopIdentity(own('identity'))
  const sharing = new SharingHost({ certificate: me.certificate, onBug: log })
  const person = jsonFile(own('person.json'), Person, { name: '', unit: '' })
  const opening = {
    person: () => signatureOf(person.read()),
    makeVersion: makeIsolated({ fork: forkUtility }),
    identity: me.identity,
    sharing,
    recoveryFolder,
    asideFolder: own('set-aside'),
    onBug: log,
  }
  const program: Program = {
    windows: createWindows({
      preload,
      place: jsonFile(own('window.json'), WindowPlace.nullable(), null),
      onOpen: window => closeWithCare(program, window),
    }),
    recent: recentReports(jsonFile(own('recent.json'), RecentList, []), onRecent),
    chosen: chosenPaths(),
    tasks: createTasks(),
    imports: createImports(),
    readFiles: createReadFiles(),
    person,
    settings: jsonFile(own('settings.json'), Settings, Settings.parse({})),
    reportsFolder: join(app.getPath('documents'), words.folder),
    recoveryFolder,
    identity: me.identity,
    openReport: path => openReport(path, opening),
    log,
  }
  return program
}
