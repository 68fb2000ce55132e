import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { createReportFile } from '../../electron/host/store/report-file'
import { longReport } from '../support/full-report'
import { launchApp, type RunningApp } from '../support/launch-app'
import { makeDocx, paragraph } from '../support/make-docx'
import { randomFrom } from '../support/random'

interface Host {
  readonly ask: (name: string, input: unknown) => Promise<{ ok: boolean; code?: string }>
  readonly listen: (name: string, handler: () => void) => void
}
declare const host: Host

let folder = ''
let running: RunningApp

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'long-work-'))
})
test.afterEach(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Begins long work and stops it at its first sign of progress. */
const stopAtOnce = (window: Page, command: string, input: object) =>
  window.evaluate(
    ([name, given]) => {
      host.listen('task.progressed', () => void host.ask('task.cancel', { taskId: 'việc' }))
      return host.ask(name, { ...given, taskId: 'việc' })
    },
    [command, input] as const,
  )

const choose = ({ app }: RunningApp, path: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
  }, path)

test('an import that a person stops ends with that reason and opens nothing', async () => {
  const draft = join(folder, 'dài.docx')
  // No two paragraphs alike: a file that shrinks more than a hundredfold is refused before it can be stopped.
  const random = randomFrom(1)
  const body = Array.from({ length: 60_000 }, () => paragraph(`Câu thứ ${random()} và ${random()}.`)).join('')
  await writeFile(draft, await makeDocx({ body }))
  running = await launchApp({ env: { HOME: folder } })
  await choose(running, draft)
  expect(await stopAtOnce(running.window, 'report.import', {})).toMatchObject({
    ok: false,
    code: 'cancelled',
  })
  expect(running.app.windows()).toHaveLength(1)
})

test('an export that a person stops ends with that reason and writes nothing', async () => {
  const path = join(folder, 'Báo cáo.duthao')
  const target = join(folder, 'Báo cáo.pdf')
  createReportFile(path, longReport())
  running = await launchApp({ files: [path], env: { HOME: folder } })
  await expect(running.window.getByRole('textbox', { name: 'Nội dung báo cáo' })).toBeVisible()
  await choose(running, target)
  const formats = { formats: ['pdf'] }
  expect(await stopAtOnce(running.window, 'report.export', formats)).toMatchObject({
    ok: false,
    code: 'cancelled',
  })
  expect(existsSync(target)).toBe(false)
})
