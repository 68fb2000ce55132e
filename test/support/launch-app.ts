import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { ensureRuntime } from '../../electron/launch/steps/ensure-runtime.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface RunningApp {
  readonly app: ElectronApplication
  /** The first window, its page loaded. */
  readonly window: Page
  /** Settings and recent files are here; pass it to the next launch to start again as the same person. */
  readonly userData: string
  /** Errors the windows wrote to their console, and exceptions nobody caught. A test usually ends by expecting none. */
  readonly consoleErrors: readonly string[]
  /** Ends the program as closing its windows does. */
  close(): Promise<void>
  /** Ends it as a power cut does (SIGKILL), to see what is left on disk. */
  kill(): Promise<void>
  /** Throws the settings away. */
  forget(): Promise<void>
}

export interface LaunchOptions {
  /** Report or Word files to open, as the file manager hands them over. */
  readonly files?: readonly string[]
  readonly userData?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the built program (`npm run build`) as a person does, with settings of its own. */
export async function launchApp({ files = [], userData, env = {} }: LaunchOptions = {}): Promise<RunningApp> {
  const settings = userData ?? (await mkdtemp(join(tmpdir(), 'du-thao-')))
  const { executable } = await ensureRuntime()
  const app = await _electron.launch({
    executablePath: executable,
    // Playwright switches the sandbox off itself when it runs as root, and only then.
    args: [`--user-data-dir=${settings}`, '--log-level=3', root, ...files],
    env: { ...environment(), ...env },
  })
  const consoleErrors = collectErrors(app)
  const window = await app.firstWindow()
  await window.waitForLoadState()
  return {
    app,
    window,
    userData: settings,
    consoleErrors,
    close: () => app.close(),
    kill: () => killed(app),
    forget: () => rm(settings, { recursive: true, force: true }),
  }
}

/** Ours, without the unset ones, and never as plain Node. */
function environment(): Record<string, string> {
  const set = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(set.filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE'))
}

function collectErrors(app: ElectronApplication): string[] {
  const errors: string[] = []
  const listen = (page: Page) => {
    page.on('console', message => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', error => errors.push(error.stack ?? error.message))
  }
  app.windows().forEach(listen)
  app.on('window', listen)
  return errors
}

async function killed(app: ElectronApplication): Promise<void> {
  const process = app.process()
  const gone = new Promise<void>(resolve => process.once('exit', () => resolve()))
  process.kill('SIGKILL')
  await gone
}
