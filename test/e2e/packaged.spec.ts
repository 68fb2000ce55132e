import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { copyFile, readFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { chromium, expect, test, type Page } from '@playwright/test'
import { findProgram, isRoot } from '../../electron/launch/machine.mjs'
import { ensurePackage } from '../../electron/launch/steps/ensure-package.mjs'
import { ensureRuntime } from '../../electron/launch/steps/ensure-runtime.mjs'

// Playwright's own way into Electron is Node's inspector, which a shipped program has switched off. So the package is
// driven through Chromium's debugging port instead: what is tested is what ships, not a build with its doors left open.

const sample = fileURLToPath(new URL('../../resources/sample/bao-cao-mau.docx', import.meta.url))

let executable = ''
let settings = ''
let program: ChildProcess | null = null

test.beforeAll(async () => {
  test.setTimeout(300_000)
  executable = (await ensurePackage(await ensureRuntime())).executable
})

test.beforeEach(async () => {
  settings = await mkdtemp(join(tmpdir(), 'du-thao-packaged-'))
})

test.afterEach(async () => {
  program?.kill('SIGKILL')
  program = null
  await rm(settings, { recursive: true, force: true, maxRetries: 5 })
})

test('the packaged program opens its window', async () => {
  const window = await open()
  await expect(window).toHaveTitle(/Dự Thảo/)
  await expect(window.locator('#root > *').first()).toBeVisible()
  expect(window.url()).toMatch(/^app:/)
})

test('the packaged program imports a Word file and exports it as Word and PDF', async () => {
  test.skip(!findProgram('xdotool'), 'Thiếu xdotool để trả lời hộp thoại lưu của hệ thống')
  const draft = join(settings, 'bao-cao-mau.docx')
  await copyFile(sample, draft)
  const window = await open(draft)
  await window.getByRole('button', { name: 'Nhận thành báo cáo' }).click()
  await expect(window.getByRole('textbox', { name: 'Nội dung báo cáo' })).toBeVisible()
  await window.getByRole('button', { name: 'Xuất văn bản' }).click()
  await window.getByRole('button', { name: 'Chọn chỗ lưu và xuất' }).click()
  await acceptProposal('Xuất ra Tài liệu Word')
  await acceptProposal('Xuất ra Tài liệu PDF')
  await expect(window.getByRole('heading', { name: 'Đã xuất xong' })).toBeVisible({ timeout: 60_000 })
  const beginnings = await Promise.all(
    ['docx', 'pdf'].map(ending =>
      readFile(join(settings, `bao-cao-mau - Dự thảo lần 2.${ending}`), 'latin1'),
    ),
  )
  expect(beginnings.map(bytes => bytes.slice(0, 4))).toEqual(['PK\x03\x04', '%PDF'])
  expect(await readFile(draft)).toEqual(await readFile(sample))
})

test('the packaged program cannot be made to run other code', async () => {
  const asNode = await printed(['-e', 'console.log("ran as node")'], { ELECTRON_RUN_AS_NODE: '1' })
  expect(asNode).not.toContain('ran as node')
  const inspected = await printed(['--inspect=0'], { NODE_OPTIONS: '--inspect=0' })
  expect(inspected).not.toContain('Debugger listening')
})

/** Starts the program with files to open, as the file manager does; its window. */
async function open(...files: string[]): Promise<Page> {
  const port = '--remote-debugging-port=0'
  const switches = [port, `--user-data-dir=${settings}`, ...(isRoot ? ['--no-sandbox'] : [])]
  program = spawn(executable, [...switches, ...files], {
    stdio: 'ignore',
    env: { ...process.env, HOME: settings },
  })
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await debuggingPort()}`)
  await expect.poll(() => browser.contexts().flatMap(context => context.pages()).length).toBeGreaterThan(0)
  return browser.contexts()[0]!.pages()[0]!
}

/** Waits for a dialog of the system and takes what it proposes: its keys are the system's, out of Chromium's reach. */
async function acceptProposal(title: string): Promise<void> {
  const find = () => promisify(execFile)('xdotool', ['search', '--name', title]).catch(() => ({ stdout: '' }))
  let dialog = ''
  await expect.poll(async () => (dialog = (await find()).stdout.trim())).not.toBe('')
  const keys = ['windowfocus', '--sync', dialog, 'key', 'Return']
  // A dialog that is still being drawn takes no keys.
  await expect
    .poll(async () => {
      await promisify(execFile)('xdotool', keys).catch(() => undefined)
      return (await find()).stdout.trim()
    })
    .toBe('')
}

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
