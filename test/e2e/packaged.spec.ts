import { spawn, type ChildProcess } from 'node:child_process'
import { readFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, test } from '@playwright/test'
import { isRoot } from '../../electron/launch/machine.mjs'
import { ensurePackage } from '../../electron/launch/steps/ensure-package.mjs'
import { ensureRuntime } from '../../electron/launch/steps/ensure-runtime.mjs'

// Playwright's own way into Electron is Node's inspector, which a shipped program has switched off. So the package is
// driven through Chromium's debugging port instead: what is tested is what ships, not a build with its doors left open.

let executable = ''
let settings = ''
let program: ChildProcess | null = null

test.beforeAll(async () => {
  test.setTimeout(300_000)
  executable = (await ensurePackage(await ensureRuntime())).executable
  settings = await mkdtemp(join(tmpdir(), 'du-thao-packaged-'))
})

test.afterEach(async () => {
  program?.kill('SIGKILL')
  program = null
  await rm(settings, { recursive: true, force: true, maxRetries: 5 })
})

test('the packaged program opens its window', async () => {
  const switches = [
    '--remote-debugging-port=0',
    `--user-data-dir=${settings}`,
    ...(isRoot ? ['--no-sandbox'] : []),
  ]
  program = spawn(executable, switches, { stdio: 'ignore' })
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await debuggingPort()}`)
  await expect.poll(() => browser.contexts().flatMap(context => context.pages()).length).toBeGreaterThan(0)
  const window = browser.contexts()[0]!.pages()[0]!
  await expect(window).toHaveTitle(/Dự Thảo/)
  await expect(window.locator('#root > *').first()).toBeVisible()
  expect(window.url()).toMatch(/^app:/)
  await browser.close()
})

test('the packaged program cannot be made to run other code', async () => {
  const asNode = await printed(['-e', 'console.log("ran as node")'], { ELECTRON_RUN_AS_NODE: '1' })
  expect(asNode).not.toContain('ran as node')
  const inspected = await printed(['--inspect=0'], { NODE_OPTIONS: '--inspect=0' })
  expect(inspected).not.toContain('Debugger listening')
})

/** What the program prints in its first three seconds. */
async function printed(args: string[], env: Record<string, string>): Promise<string> {
  const switches = [`--user-data-dir=${settings}`, ...(isRoot ? ['--no-sandbox'] : [])]
  const child = spawn(executable, [...args, ...switches], { env: { ...process.env, ...env } })
  program = child
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', piece => (text += String(piece)))
  await new Promise(resolve => setTimeout(resolve, 3000))
  return text
}

/** Chromium writes the port that it chose into the folder of settings. */
async function debuggingPort(): Promise<string> {
  const note = join(settings, 'DevToolsActivePort')
  let port = ''
  await expect
    .poll(async () => (port = (await readFile(note, 'utf8').catch(() => '')).split('\n')[0] ?? ''), {
      timeout: 30_000,
    })
    .not.toBe('')
  return port
}
