import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Report } from '../../shared/report/report'
import { createFrozenFile } from '../support/frozen-file'
import { launchApp } from '../support/launch-app'
import { revisedReport } from '../support/revised-report'
import { figure, type Figure } from './figure'
import { timesLonger } from './sample-report'

const rounds = 9

/**
 * Two drafts from the key to the redline on the screen, beside opening the list of shortcuts, a dialog without work, in the
 * same window by turns. Needs a build and a display.
 */
export async function* measureCompareWindow(sample: Report): AsyncGenerator<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    for (const times of [1, 5]) {
      const path = join(folder, `${times}.duthao`)
      const frozen = timesLonger(sample, times)
      await createFrozenFile(path, { frozen, today: revisedReport(frozen) })
      const running = await launchApp({ files: [path] })
      try {
        const { window } = running
        await window.locator('.ProseMirror[contenteditable=true] p').first().waitFor({ timeout: 60_000 })
        const [first = 0, ...later] = await measure(window)
        const dialogs = later.filter((_, index) => index % 2 === 0)
        const redlines = later.filter((_, index) => index % 2 === 1)
        const baseline = { name: 'opening a dialog without work', values: dialogs }
        yield figure({ name: `compare-window.first.${times}x`, values: [first], baseline })
        yield figure({
          name: `compare-window.redline.${times}x`,
          values: redlines,
          baseline,
          aim: times === 1 ? '≤ 300 ms' : '≤ 500 ms',
        })
      } finally {
        await running.close()
        await running.forget()
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The first comparison, which reads the draft; then a dialog and a comparison by turns. Milliseconds. */
async function measure(page: Page): Promise<number[]> {
  const values = [await until(page, 'Control+Alt+s', '.compared-row')]
  for (let round = 0; round < rounds; round++) {
    values.push(await until(page, 'Control+/', '.shortcuts'))
    values.push(await until(page, 'Control+Alt+s', '.compared-row'))
  }
  return values
}

/** From the key's own time stamp to the message behind the frame in which something is drawn. */
async function until(page: Page, keys: string, drawn: string): Promise<number> {
  await page.evaluate(watch, drawn)
  await page.keyboard.press(keys)
  const value = await page.evaluate(() => (window as unknown as { shown: Promise<number> }).shown)
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => !document.querySelector('dialog[open]'))
  return value
}

function watch(drawn: string): void {
  const shown = new Promise<number>(done => {
    const hear = ({ key, timeStamp }: KeyboardEvent): void => {
      if (['Control', 'Alt'].includes(key)) return
      window.removeEventListener('keydown', hear, { capture: true })
      const look = (): void => {
        if (!document.querySelector(drawn)) return void requestAnimationFrame(look)
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => done(performance.now() - timeStamp)
        port2.postMessage(null)
      }
      requestAnimationFrame(look)
    }
    window.addEventListener('keydown', hear, { capture: true })
  })
  Object.assign(window, { shown })
}
