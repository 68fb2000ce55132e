import { expect, test, type Page } from '@playwright/test'
import { compose, composed as written } from '../support/compose'
import { openNewReport, textOf, type OpenWindow } from '../support/report-window'

let app: OpenWindow

test.beforeEach(async () => {
  app = await openNewReport()
})
test.afterEach(async () => {
  expect(app.consoleErrors).toEqual([])
  await app.close()
})

/** What the host holds, without this window's own state. */
async function reloaded(page: Page): Promise<void> {
  await page.reload()
  await expect(textOf(page)).toBeVisible()
}

test('composed words arrive whole in the middle of a paragraph', async () => {
  const { page } = app
  await textOf(page).click()
  await page.keyboard.type('Trước  sau')
  for (const _letter of ' sau') await page.keyboard.press('ArrowLeft')
  await compose(page)
  await expect(textOf(page)).toHaveText(`Trước ${written} sau`)
  await reloaded(page)
  await expect(textOf(page)).toHaveText(`Trước ${written} sau`)
})

test('composed words replace a selection, and undo takes them away', async () => {
  const { page } = app
  await textOf(page).click()
  await page.keyboard.type('Trước đây')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await compose(page)
  await expect(textOf(page)).toHaveText(`Trước ${written}`)
  for (let step = 0; step < 4; step++) await page.keyboard.press('Control+z')
  await expect(textOf(page)).not.toContainText('tiếng')
})

test('composed words arrive whole in a note', async () => {
  const { page } = app
  await textOf(page).click()
  await page.keyboard.type('Thu ngân sách')
  await page.keyboard.press('Control+Alt+f')
  const note = page.getByRole('textbox', { name: /^Nội dung chú thích/ })
  await expect(note).toBeFocused()
  await compose(page)
  await expect(note).toHaveText(written)
  await reloaded(page)
  await expect(note).toHaveText(written)
})

test('composed words arrive whole in a chosen cell of the grid, over what it held', async () => {
  const { page } = app
  await textOf(page).click()
  await page.getByRole('button', { name: 'Chèn bảng chỉ tiêu' }).click()
  await page.getByRole('gridcell').first().click()
  await page.keyboard.type('cũ')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  await compose(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('gridcell').first()).toHaveText(written)
  await reloaded(page)
  await expect(page.getByRole('gridcell').first()).toContainText(written)
  await expect(page.getByRole('gridcell').first()).not.toContainText('cũ')
})
