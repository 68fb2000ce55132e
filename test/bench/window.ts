import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { createReportFile } from '../../electron/host/store/report-file'
import type { Report } from '../../shared/report/report'
import { launchApp, type RunningApp } from '../support/launch-app'
import { writeBarePage } from './bare/bare-page'
import { figure, median, type Figure } from './figure'
import { readKeyTimes, typeByTurns } from './key-times'
import { timesLonger } from './sample-report'

const aims: Record<number, string> = { 1: 'ratio ≤ 1.25', 20: 'ratio ≤ 1.0, and ≤ 1.5 times 1x' }
const rounds = 3
const keysInRound = 25

/** The real window beside a bare ProseMirror with the same text, in the same run of the same Electron. Needs a build and a display. */
export async function* measureWindow(sample: Report): AsyncGenerator<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const medians: number[] = []
  try {
    for (const times of [1, 5, 20]) {
      const report = timesLonger(sample, times)
      const path = join(folder, `${times}.duthao`)
      createReportFile(path, report)
      const bare = await writeBarePage(report, folder, `bare-${times}`)
      const { running, starts } = await start(path)
      try {
        yield figure({ name: `window.start-to-editable.${times}x`, values: starts })
        const { ours, theirs } = await measureKeys(running, bare)
        medians.push(median(ours))
        yield figure({
          name: `window.key-to-paint.${times}x`,
          values: ours,
          baseline: { name: 'bare ProseMirror', values: theirs },
          ...(aims[times] ? { aim: aims[times] } : {}),
        })
      } finally {
        await running.close()
        await running.forget()
      }
    }
    const [once = 0, , twenty = 0] = medians
    yield figure({
      name: 'window.key-to-paint.20x-beside-1x',
      values: [twenty],
      baseline: { name: 'window.key-to-paint.1x', values: [once] },
      aim: 'ratio ≤ 1.5',
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The program with the report open and ready for typing; milliseconds from nothing to there, three times. */
async function start(path: string): Promise<{ running: RunningApp; starts: number[] }> {
  const starts: number[] = []
  for (;;) {
    const begin = performance.now()
    const running = await launchApp({ files: [path] })
    await editable(running.window)
    starts.push(performance.now() - begin)
    if (starts.length === 3) return { running, starts }
    await running.close()
    await running.forget()
  }
}

async function measureKeys(running: RunningApp, bare: string): Promise<{ ours: number[]; theirs: number[] }> {
  const pages = [running.window, await openBare(running, bare)] as const
  await typeByTurns(pages, { rounds, keysInRound })
  return { ours: await readKeyTimes(pages[0]), theirs: await readKeyTimes(pages[1]) }
}

async function openBare({ app, window }: RunningApp, path: string): Promise<Page> {
  const opened = app.waitForEvent('window')
  await app.evaluate(async ({ BrowserWindow }, address) => {
    for (const each of BrowserWindow.getAllWindows()) each.webContents.setBackgroundThrottling(false)
    const size = BrowserWindow.getAllWindows()[0]?.getSize() ?? [1200, 900]
    const bare = new BrowserWindow({
      width: size[0] ?? 1200,
      height: size[1] ?? 900,
      // A session of its own: the program's refuses files.
      webPreferences: { backgroundThrottling: false, partition: 'bench' },
    })
    await bare.loadURL(address)
  }, pathToFileURL(path).href)
  const page = await opened
  await editable(page)
  await window.bringToFront()
  return page
}

const editable = (page: Page): Promise<void> =>
  page.locator('.ProseMirror[contenteditable=true] p').first().waitFor({ timeout: 60_000 })
