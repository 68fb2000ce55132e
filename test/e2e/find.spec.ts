import { expect, test, type Page } from '@playwright/test'
import { openNewReport, openSample, textOf, type OpenWindow } from '../support/report-window'

let app: OpenWindow

test.afterEach(async () => {
  expect(app.consoleErrors).toEqual([])
  await app.close()
})

const findField = (page: Page) => page.getByRole('textbox', { name: 'Tìm', exact: true })

/** The words that the page marks in cells, in the order of the registry; they are in no element of their own. */
const markedInCells = (page: Page, name: 'found' | 'found-here') =>
  page.evaluate(
    wanted => [...(CSS.highlights.get(wanted) ?? [])].map(range => (range as Range).toString()),
    name,
  )

async function reportWithTable(): Promise<Page> {
  app = await openNewReport()
  const { page } = app
  await textOf(page).click()
  await page.keyboard.type('Tỷ lệ giảm')
  await page.getByRole('button', { name: 'Chèn bảng chỉ tiêu' }).click()
  await page.getByRole('gridcell').first().click()
  await page.keyboard.type('Tỷ lệ hộ nghèo, tỷ lệ cận nghèo')
  await page.keyboard.press('Tab')
  return page
}

test('found words in a cell are marked themselves, and replaced there', async () => {
  const page = await reportWithTable()
  await page.keyboard.press('Control+h')
  await findField(page).fill('ty le')
  await expect.poll(() => markedInCells(page, 'found')).toEqual(['Tỷ lệ', 'tỷ lệ'])
  await expect(page.getByText('1 / 3')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 / 3')).toBeVisible()
  await expect.poll(() => markedInCells(page, 'found-here')).toEqual(['Tỷ lệ'])
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('F3')
  await page.keyboard.press('F3')
  await expect(page.getByText('3 / 3')).toBeVisible()
  await expect.poll(() => markedInCells(page, 'found-here')).toEqual(['tỷ lệ'])
  await page.getByRole('textbox', { name: 'Thay bằng' }).fill('số')
  await page.getByRole('button', { name: 'Thay', exact: true }).click()
  await expect(page.getByRole('gridcell').first()).toContainText('Tỷ lệ hộ nghèo, số cận nghèo')
  await expect(page.getByText('1 / 2')).toBeVisible()
})

test('Escape leads back to the cell or the text where the person was', async () => {
  const page = await reportWithTable()
  const unit = page.getByRole('textbox', { name: /^Đơn vị tính/ })
  await expect(unit).toBeFocused()
  await page.keyboard.press('Control+f')
  await findField(page).fill('giảm')
  await expect(page.getByText('1 / 1')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(unit).toBeFocused()
  await textOf(page).focus()
  await page.keyboard.press('Control+f')
  await expect(findField(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(textOf(page)).toBeFocused()
})

test('asking again goes to the bar that is open, and Ctrl+H opens its second line', async () => {
  const page = await reportWithTable()
  await page.keyboard.press('Control+f')
  await expect(findField(page)).toBeFocused()
  await textOf(page).focus()
  await page.keyboard.press('Control+f')
  await expect(findField(page)).toBeFocused()
  await page.keyboard.press('Control+h')
  await expect(page.getByRole('textbox', { name: 'Thay bằng' })).toBeVisible()
  await expect(findField(page)).toBeFocused()
})

test('Ctrl+Enter goes to the match that is shown', async () => {
  const page = await reportWithTable()
  await page.keyboard.press('Control+f')
  await findField(page).fill('cận')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('textbox', { name: /^Chỉ tiêu/ })).toBeFocused()
  await expect(findField(page)).toHaveCount(0)
  await page.keyboard.press('Control+f')
  await findField(page).fill('giảm')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.type('tăng')
  await expect(textOf(page)).toContainText('Tỷ lệ tăng')
})

test('going through matches in notes keeps the focus in the bar', async () => {
  app = await openSample()
  const { page } = app
  await textOf(page).focus()
  await page.keyboard.press('Control+f')
  await findField(page).fill('theo')
  const count = page.getByText(/^\d+ \/ \d+$/)
  await expect(count).toBeVisible()
  const marked = page.locator('.note-text .found.current')
  await expect(async () => {
    await page.keyboard.press('Shift+Enter')
    await expect(marked).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(findField(page)).toBeFocused()
})
