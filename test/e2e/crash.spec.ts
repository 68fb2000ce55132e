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

type Enter = (window: Page) => Promise<void>

/** The places that a person types in. Nothing is done to leave them: what stands there counts as typed. */
const places: readonly Enter[] = [
  window => endOf(window, '.report-text p', 0),
  window => endOf(window, '.report-text p', 1),
  window => endOf(window, '.note-text p', 0),
  enterCell,
]

async function endOf(window: Page, selector: string, index: number): Promise<void> {
  await window.locator(selector).nth(index).click()
  await window.keyboard.press('End')
}

async function enterCell(window: Page): Promise<void> {
  await window.locator('[role=gridcell].result').first().click()
  await window.keyboard.press('F2')
  // A click into the field that is open already puts the caret between the marks.
  await window.keyboard.press('Control+End')
}

const field =
  (name: string): Enter =>
  async window => {
    await window.getByRole('textbox', { name, exact: true }).first().click()
    await window.keyboard.press('End')
  }

/** Fields outside the text that a person may leave half-typed. */
const fields: readonly (readonly [string, Enter])[] = [
  ['a cell that is edited', enterCell],
  ['a cell that is typed over', window => window.locator('[role=gridcell].target').first().click()],
  ["a table's title", field('Tên bảng')],
  ["a column's title", field('Tên cột: Kết quả thực hiện')],
  ['the name of alternatives', field('Tên gọi chung của các phương án')],
  [
    'the form of fields',
    async window => {
      await window.getByRole('button', { name: 'Thông tin văn bản' }).first().click()
      await field('Trích yếu')(window)
    },
  ],
]

for (const [name, enter] of fields)
  test(`words left in ${name} for over a second outlive a power cut`, async () => {
    const file = join(await mkdtemp(join(folder, 'field-')), 'Báo cáo.duthao')
    createReportFile(file, reportToType())
    running = await launchApp({ files: [file], userData: join(folder, 'settings') })
    const { window } = running
    await enter(window)
    await window.keyboard.type('<1>')
    // The one wait for time: what is promised is a time.
    await window.waitForTimeout(1050)
    await running.kill()
    running = null
    expect([...everyMark(file)]).toEqual([1])
  })

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
      await places[Math.floor(Math.random() * places.length)]!(window)
      for (let count = 0; count < 4; count++) {
        await window.keyboard.type(`<${number}>`)
        typed.push({ number: number++, at: Date.now() })
      }
    }
  } catch (error) {
    if (!isOver()) throw error
  }
}
