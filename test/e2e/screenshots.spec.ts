import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test, type Page } from '@playwright/test'
import { readReportFile } from '../../electron/host/store/report-file'
import { cards, composer, showAnnotations } from '../support/annotations-panel'
import type { Report } from '../../shared/report/report'
import { admitColleagues, joinAsColleague, type Colleague } from '../support/colleague'
import { goBehind, joinByInvitation } from '../support/committee-program'
import { launchApp, type RunningApp } from '../support/launch-app'
import { createFrozenFile } from '../support/frozen-file'
import { revisedReport } from '../support/revised-report'
import { openImport, openSample, textOf } from '../support/report-window'
import { serveReport } from '../support/served-report'

// The pictures of the README: `SCREENSHOTS=1 npm run test:e2e -- screenshots` writes them. No part of `npm test`.
const folder = fileURLToPath(new URL('../../resources/screenshots/', import.meta.url))

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.mouse.move(0, 0)
  await mkdir(folder, { recursive: true })
  const bytes = await page.screenshot({ path: `${folder}${name}.png` })
  expect(bytes.length, name).toBeGreaterThan(20_000)
}

/** The size of an office screen. */
const size = { width: 1440, height: 900 }
const resize = (app: Pick<RunningApp, 'app'>): Promise<void> =>
  app.app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, size)

test('the pictures of a report can be taken', async () => {
  const app = await openSample()
  const { page } = app
  await resize(app)
  await page.getByRole('treeitem', { level: 4 }).nth(2).click()
  await expect(page.locator('.note.in-view').first()).toBeVisible()
  await page.waitForTimeout(800)
  await picture(page, 'report')

  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('grid').first().scrollIntoViewIfNeeded()
  await page.getByRole('gridcell').nth(12).click()
  await page.waitForTimeout(400)
  await picture(page, 'indicators-dark')

  await page.emulateMedia({ colorScheme: 'light' })
  await page.keyboard.press('Control+p')
  await expect(page.locator('.preview-page canvas').first()).toBeVisible({ timeout: 30_000 })
  await page.waitForTimeout(400)
  await picture(page, 'preview')
  await app.close()
})

test('the picture of an import can be taken', async () => {
  const app = await openImport()
  await resize(app)
  await picture(app.page, 'import')
  await app.close()
})

test('the picture of a report that several people write can be taken', async () => {
  const app = await openSample()
  const { page } = app
  await admitColleagues(page)
  await expect(page.getByRole('treeitem').first()).toBeVisible()
  await resize(app)
  const colleagues: Colleague[] = []
  for (const name of ['Trần Thị Hà', 'Phạm Minh Tuấn', 'Lê Thu Vân'])
    colleagues.push(await joinAsColleague(page, { id: name, name }))
  await page.getByRole('treeitem', { level: 4 }).first().click()
  const paragraphs = await page
    .locator('.report-text p')
    .evaluateAll(all => all.map(one => one.textContent).filter(words => words.length > 250))
  for (const [index, colleague] of colleagues.entries())
    colleague.goTo(paragraphs[index + 2]?.slice(0, 24) ?? '', 18 + 9 * index, index === 1 ? 60 : undefined)
  await expect(page.locator('[data-colleague]').first()).toBeInViewport()
  await picture(page, 'together')
  for (const colleague of colleagues) await colleague.leave()
  await app.close()
})

/** The program's own sample, as the command line imports it. */
async function sampleReport(): Promise<Report> {
  const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
  const folder = await mkdtemp(join(tmpdir(), 'sample-'))
  const file = join(folder, 'Báo cáo.duthao')
  const args = [at('.build/node/cli.js'), 'import', at('resources/sample/bao-cao-mau.docx'), '-o', file]
  await promisify(execFile)(process.execPath, args)
  const report = readReportFile(file)
  await rm(folder, { recursive: true, force: true })
  return report
}

/** Marks a few words behind the beginning of the paragraph that begins so, and says something about them. */
async function remark(page: Page, start: string, words: string): Promise<void> {
  await goBehind(page, start)
  await page.keyboard.press('Home')
  for (let step = 0; step < 6; step++) await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Control+Alt+m')
  await composer(page).fill(words)
  await page.keyboard.press('Control+Enter')
}

/** Proposes other words at the end of the paragraph that begins so. */
async function propose(page: Page, start: string, more: string): Promise<void> {
  await goBehind(page, start)
  await page.keyboard.press('Control+Alt+e')
  await expect(page.getByRole('textbox', { name: 'Nội dung đề xuất' })).toBeFocused()
  await page.keyboard.press('Backspace')
  await page.keyboard.type(more)
  await page.getByRole('button', { name: 'Gửi đề xuất' }).press('Enter')
}

async function handIn(page: Page, start: string): Promise<void> {
  await goBehind(page, start)
  await page.keyboard.press('Control+Alt+t')
  const dialog = page.getByRole('dialog', { name: /^Duyệt mục/ })
  await dialog.getByRole('button', { name: 'Trình duyệt' }).press('Enter')
  await expect(dialog).toContainText('Chờ duyệt')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(textOf(page)).toBeFocused()
}

test('the pictures of a review can be taken', async () => {
  test.setTimeout(180_000)
  const report = await sampleReport()
  const long = [...report.text.children]
    .flatMap(sheet => [...sheet.children])
    .filter(({ type, textContent }) => type.name === 'paragraph' && textContent.length > 200)
    .map(({ textContent }) => textContent.slice(0, 40))
  // The last is of another section than the one before.
  const [first = '', second = '', third = '', , , elsewhere = ''] = long.slice(2)
  const host = await serveReport(report)
  const secretary = await joinByInvitation(await host.invite('Lê Thị Thu', 'secretary'))
  const leader = await joinByInvitation(await host.invite('Trần Thị Vân', 'leader'))
  for (const program of [secretary, leader]) await resize(program)

  await remark(leader.page, first, 'Đề nghị ghi rõ nguồn của số liệu này.')
  await propose(leader.page, second, ', tăng so với đầu nhiệm kỳ.')
  await remark(leader.page, third, 'Câu này nên tách làm hai cho dễ đọc.')
  await handIn(secretary.page, third)
  await handIn(secretary.page, elsewhere)
  await leader.page.getByRole('button', { name: 'Chờ tôi duyệt: 2 mục' }).waitFor()

  await showAnnotations(leader.page)
  await expect(cards(leader.page)).toHaveCount(2)
  await cards(leader.page).first().press('Enter')
  await leader.page.waitForTimeout(800)
  await picture(leader.page, 'review')
  await leader.page.keyboard.press('Control+Alt+d')
  await expect(leader.page.getByRole('dialog', { name: 'Chờ tôi duyệt' })).toBeVisible()
  await picture(leader.page, 'queue')
  await secretary.page.keyboard.press('Control+Alt+b')
  await expect(secretary.page.getByRole('dialog', { name: 'Tiến độ các mục' })).toBeVisible()
  await picture(secretary.page, 'board')
  await leader.close()
  await secretary.close()
  await host.remove()
})

test('the pictures of a comparison can be taken', async () => {
  test.setTimeout(120_000)
  const folder = await mkdtemp(join(tmpdir(), 'compare-'))
  const path = join(folder, 'Báo cáo.duthao')
  const frozen = await sampleReport()
  await createFrozenFile(path, { frozen, today: revisedReport(frozen) })
  const app = await launchApp({ files: [path], userData: join(folder, 'settings') })
  const page = app.window
  await expect(textOf(page)).toBeVisible()
  await resize(app)
  await page.keyboard.press('Control+Alt+s')
  await expect(page.getByRole('region', { name: 'Hai bản đối chiếu' })).toContainText('Phần thứ nhất')
  for (let step = 0; step < 4; step++) await page.keyboard.press('F9')
  await page.waitForTimeout(400)
  await picture(page, 'compare')
  await page.getByRole('button', { name: 'Hai cột' }).click()
  for (let step = 0; step < 2; step++) await page.keyboard.press('F9')
  await page.waitForTimeout(400)
  await picture(page, 'compare-columns')
  await app.close()
  await rm(folder, { recursive: true, force: true })
})
