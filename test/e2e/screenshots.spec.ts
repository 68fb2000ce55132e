import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test, type Page } from '@playwright/test'
import { admitColleagues, joinAsColleague, type Colleague } from '../support/colleague'
import { openImport, openSample } from '../support/report-window'

// The pictures of the README. `SCREENSHOTS=1 npm run test:e2e -- screenshots` writes them; otherwise it is only
// checked that each screen can be reached and drawn.
const folder = fileURLToPath(new URL('../../resources/screenshots/', import.meta.url))
const isWriting = process.env['SCREENSHOTS'] === '1'

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.mouse.move(0, 0)
  if (isWriting) await mkdir(folder, { recursive: true })
  const bytes = await page.screenshot(isWriting ? { path: `${folder}${name}.png` } : {})
  expect(bytes.length, name).toBeGreaterThan(20_000)
}

/** The size of an office screen. */
const size = { width: 1440, height: 900 }
const resize = (app: Awaited<ReturnType<typeof openSample>>): Promise<void> =>
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
