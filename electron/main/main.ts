import { join } from 'node:path'
import { app, ipcMain, nativeTheme, powerMonitor, session } from 'electron'
import { resourcePath } from '../host/resources'
import { recoveredReports } from '../host/store/take-recovery'
import { droppedChannel, readyChannel } from '../../shared/ipc/channels'
import { filesIn, openGiven } from './given-files'
import { allHandlers } from './handlers/all'
import { registerCommands } from './ipc/register-commands'
import { menuActions } from './menu/menu-actions'
import { setMenu } from './menu/native-menu'
import { createProgram } from './create-program'
import type { Program } from './program'
import { tryShowReport } from './reports/show-report'
import { claimScheme, serveApp } from './security/app-protocol'
import { keepOffTheNetwork, lockPages, lockSession } from './security/lock-down'

const built = join(import.meta.dirname, '..')

const showMenu = (program: Program): void => setMenu(menuActions(program), program.recent.list())

function listen(program: Program): void {
  const { windows, log } = program
  registerCommands({ ipcMain, identify: windows.identify, reportBug: log }, allHandlers(program))
  ipcMain.on(readyChannel, event => windows.identify(event)?.pageIsReady())
  ipcMain.on(droppedChannel, (event, path: unknown) => {
    const window = windows.identify(event)
    if (window && typeof path === 'string') openGiven(program, filesIn([path], ''), window)
  })
  app.on('second-instance', (_event, args, folder) => {
    const files = filesIn(args.slice(1), folder)
    if (files.length > 0) openGiven(program, files)
    else (windows.all()[0] ?? windows.open()).focus()
  })
  app.on('activate', () => {
    if (windows.all().length === 0) windows.open()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
}

/** Connections that were open when the computer fell asleep are dead, and nobody has noticed. */
const wakeUp = (program: Program): void =>
  program.windows.all().forEach(({ report }) => report?.committee.tryNow())

function begin(program: Program, given: readonly string[]): void {
  nativeTheme.themeSource = program.settings.read().appearance
  serveApp({ renderer: join(built, 'renderer'), fonts: resourcePath('fonts') })
  lockSession(session.defaultSession)
  showMenu(program)
  powerMonitor.on('resume', () => wakeUp(program))
  for (const path of recoveredReports(program.reportsFolder, { recoveryFolder: program.recoveryFolder }))
    tryShowReport(program, path)
  openGiven(program, given)
  if (program.windows.all().length === 0) program.windows.open()
}

function start(): void {
  // Dates are asked for as they are written here, whatever the system's language is.
  app.commandLine.appendSwitch('lang', 'vi')
  claimScheme()
  keepOffTheNetwork()
  lockPages()
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  const program = createProgram(join(built, 'preload/preload.cjs'), () => showMenu(program))
  const given = filesIn(process.argv.slice(1), process.cwd())
  // macOS hands files over by this event, also before the program is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    if (app.isReady()) openGiven(program, [path])
    else given.push(path)
  })
  listen(program)
  app.whenReady().then(
    () => begin(program, given),
    (error: unknown) => program.log(error, 'start'),
  )
}

start()
