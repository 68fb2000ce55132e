import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test, type Page } from '@playwright/test'
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
