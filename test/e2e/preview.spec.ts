import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { ask, findOracle } from '../support/oracles'
import { openSample, textOf, type OpenWindow } from '../support/report-window'

let app: OpenWindow

test.beforeEach(async () => {
  app = await openSample()
})
test.afterEach(async () => {
  expect(app.consoleErrors).toEqual([])
  await app.close()
})

const preview = (page: Page) => page.getByRole('dialog', { name: 'Bản in' })
const sheets = (page: Page) => preview(page).getByRole('img', { name: /^Trang \d+/ })
const pageField = (page: Page) => preview(page).getByRole('textbox', { name: /^Trang/ })

async function openPreview(page: Page): Promise<void> {
  await page.keyboard.press('Control+p')
  await expect(sheets(page).first()).toBeVisible({ timeout: 30_000 })
}

/** How much of a drawn page is ink, from 0 to 1; 0 where it is not drawn. */
const inkOn = (page: Page, index: number): Promise<number> =>
  sheets(page)
    .nth(index)
    .evaluate(sheet => {
      const canvas = sheet.querySelector('canvas')
      const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      let dark = 0
      for (let at = 0; at < pixels.length; at += 4) if (pixels[at]! < 128) dark++
      return pixels.length === 0 ? 0 : (4 * dark) / pixels.length
    })

test('the print preview shows the pages of the PDF, goes through them, and begins where the person works', async () => {
  const { page } = app
  await openPreview(page)
  await test.step('as many pages as the PDF has, drawn where in view', async () => {
    await expect.poll(() => inkOn(page, 0)).toBeGreaterThan(0.01)
    if (findOracle('pdfinfo')) await expect(sheets(page)).toHaveCount(await pagesByPdfinfo(page))
  })
  await test.step('page by page, by number, by size', async () => {
    await preview(page).getByRole('button', { name: 'Trang sau' }).click()
    await expect(pageField(page)).toHaveValue('2')
    await pageField(page).fill('4')
    await pageField(page).press('Enter')
    await expect(pageField(page)).toHaveValue('4')
    await expect.poll(() => inkOn(page, 3)).toBeGreaterThan(0.01)
    const before = await widthOf(page, 3)
    await preview(page).getByRole('button', { name: 'Phóng to' }).click()
    await expect.poll(() => widthOf(page, 3)).toBeGreaterThan(before)
  })
  await test.step('Escape leads back to the text', async () => {
    await page.keyboard.press('Escape')
    await expect(preview(page)).toHaveCount(0)
    await expect(textOf(page)).toBeFocused()
  })
  await test.step('begins at the section that the person works in', async () => {
    await page.getByRole('tree', { name: 'Bố cục' }).focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await openPreview(page)
    await expect(pageField(page)).not.toHaveValue('1')
  })
})

const widthOf = async (page: Page, index: number): Promise<number> =>
  (await sheets(page).nth(index).boundingBox())?.width ?? 0

/** How many pages another program counts in what the preview was given. */
async function pagesByPdfinfo(page: Page): Promise<number> {
  const bytes = await page.evaluate(async () => {
    const { host } = window as unknown as { host: { ask: (name: string, input: object) => Promise<unknown> } }
    return [...((await host.ask('report.preview', {})) as { value: { pdf: Uint8Array } }).value.pdf]
  })
  const folder = await mkdtemp(join(tmpdir(), 'preview-'))
  await writeFile(join(folder, 'a.pdf'), Uint8Array.from(bytes))
  const counted = /^Pages:\s+(\d+)/m.exec(await ask('pdfinfo', join(folder, 'a.pdf')))?.[1]
  await rm(folder, { recursive: true })
  return Number(counted)
}

test('the preview is set again when the report has changed under it', async () => {
  const { page } = app
  await textOf(page).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await openPreview(page)
  await expect(preview(page).getByText('Đang dàn')).toHaveCount(0)
  const before = await sheets(page).count()
  // From the menu: the keys of writing do not reach the text behind a dialog.
  await app.app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('undo')?.click()
  })
  await expect.poll(() => sheets(page).count(), { timeout: 30_000 }).toBeGreaterThan(before)
})
