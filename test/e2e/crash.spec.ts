import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { createReportFile } from '../../electron/host/store/report-file'
import { launchApp, type RunningApp } from '../support/launch-app'
import { everyMark, isSoundFile, reportToType, type Typed } from '../support/marks'

// With the 88 kills of the store and host alone (test/host/crash.test.ts) these make 100; CRASHES=n runs n here.
const kills = Number(process.env['CRASHES'] ?? 12)

let folder = ''
let path = ''
let running: RunningApp | null = null

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crash-'))
  path = join(folder, 'Báo cáo.duthao')
  createReportFile(path, reportToType())
})
test.afterEach(() => running?.kill())
test.afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

test(`${kills} power cuts while typing in text, notes and grid lose nothing older than a second`, async () => {
  test.setTimeout(60_000 + kills * 30_000)
  const userData = join(folder, 'settings')
  let next = 1
  let oldest = 0
  let kept: ReadonlySet<number> = new Set()
  for (let round = 0; round < kills; round++) {
    running = await launchApp({ files: [path], userData })
    const { window } = running
    await expect(textOf(window)).toBeVisible()
    for (const mark of kept) expect(await everythingOn(window)).toContain(`<${mark}>`)

    const { typed, killedAt } = await typeUntilKilled(running, next)
    running = null
    const found = everyMark(path)
    for (const mark of kept) expect(found).toContain(mark)
    const lost = typed.filter(({ number }) => !found.has(number))
    oldest = Math.max(oldest, ...lost.map(({ at }) => killedAt - at))
    expect(isSoundFile(path)).toBe(true)
    kept = found
    next = Math.max(next, ...typed.map(({ number }) => number)) + 1
  }
  console.log(`${kills} kills, ${next - 1} marks, oldest lost ${oldest} ms before the kill`)
  expect(oldest).toBeLessThan(1000)
})

const textOf = (window: Page) => window.locator('.report-text')
const everythingOn = (window: Page): Promise<string> =>
  window.evaluate(() => document.querySelector('#root')?.textContent ?? '')

/** The places that a person types in, each with how to leave it so that what was typed counts as entered. */
const places: readonly { readonly enter: (window: Page) => Promise<void>; readonly leave: string | null }[] =
  [
    { enter: window => endOf(window, '.report-text p', 0), leave: null },
    { enter: window => endOf(window, '.report-text p', 1), leave: null },
    { enter: window => endOf(window, '.note-text p', 0), leave: null },
    { enter: enterCell, leave: 'Enter' },
  ]

async function endOf(window: Page, selector: string, index: number): Promise<void> {
  await window.locator(selector).nth(index).click()
  await window.keyboard.press('End')
}

async function enterCell(window: Page): Promise<void> {
  await window.locator('[role=gridcell].result').first().click()
  await window.keyboard.press('F2')
}

async function typeUntilKilled(
  app: RunningApp,
  first: number,
): Promise<{ typed: Typed[]; killedAt: number }> {
  const typed: Typed[] = []
  let killedAt = 0
  const life = 500 + Math.random() * 3000
  const end = new Promise<void>(resolve => setTimeout(resolve, life)).then(() => {
    killedAt = Date.now()
    return app.kill()
  })
  await typeOn(app.window, first, typed, () => killedAt > 0)
  await end
  return { typed, killedAt }
}

/** Types marks here and there; ends when the window has gone away under it. */
async function typeOn(window: Page, first: number, typed: Typed[], isOver: () => boolean): Promise<void> {
  let number = first
  try {
    for (;;) {
      const place = places[Math.floor(Math.random() * places.length)]!
      await place.enter(window)
      for (let count = 0; count < 4; count++) {
        await window.keyboard.type(`<${number}>`)
        if (place.leave) await window.keyboard.press(place.leave)
        typed.push({ number: number++, at: Date.now() })
        if (place.leave) break
      }
    }
  } catch (error) {
    if (!isOver()) throw error
  }
}
