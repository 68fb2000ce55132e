import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openNewReport, openSample, textOf, type OpenWindow } from '../support/report-window'

let app: OpenWindow

test.afterEach(async () => {
  expect(app.consoleErrors).toEqual([])
  await app.close()
})

test('a new report takes words, levels from the keyboard, and shows both in the outline', async () => {
  app = await openNewReport()
  const { page } = app
  await textOf(page).click()
  await page.keyboard.type('Tình hình chung')
  await page.keyboard.press('Control+Alt+3')
  const row = page.getByRole('treeitem', { name: 'I- Tình hình chung' })
  await expect(row).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Cấp của đoạn đang đứng' })).toHaveValue('roman')
  await page.keyboard.press('Alt+Shift+ArrowLeft')
  await expect(page.getByRole('treeitem', { name: 'A- Tình hình chung' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Đoạn đầu tiên.')
  await expect(page.getByText(/^6 chữ/)).toBeVisible()
  await expect(page.getByText(/^Đã lưu lúc/).first()).toBeVisible()
})

test('a note is written below, and Escape leads back behind its mark', async () => {
  app = await openNewReport()
  const { page } = app
  await textOf(page).click()
  await page.keyboard.type('Tăng 12%')
  await page.keyboard.press('Control+Alt+f')
  const note = page.getByRole('textbox', { name: 'Nội dung chú thích 1' })
  await expect(note).toBeFocused()
  await page.keyboard.type('Theo Chi cục Thống kê')
  await expect(page.getByText('5 chữ', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(textOf(page)).toBeFocused()
  await page.keyboard.type(' so với năm trước.')
  await expect(textOf(page)).toContainText('Tăng 12% so với năm trước.')
  await page.getByRole('button', { name: 'Chú thích 1: Về chỗ đặt dấu trong bài' }).click()
  await expect(textOf(page)).toBeFocused()
})

test('one undo history goes back over cell, note and text in the order they were written', async () => {
  app = await openNewReport()
  const { page } = app
  await textOf(page).click()
  await page.keyboard.type('Trong bài')
  await page.keyboard.press('Control+Alt+f')
  await page.keyboard.type('Trong chú thích')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Chèn bảng chỉ tiêu' }).click()
  await page.getByRole('gridcell').first().click()
  await page.keyboard.type('Trong bảng')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('gridcell').first()).toContainText('Trong bảng')
  const undo = page.getByRole('button', { name: 'Hoàn tác' })
  await undo.click()
  await expect(page.getByRole('gridcell').first()).not.toContainText('Trong bảng')
  await undo.click()
  await expect(page.getByRole('grid')).toHaveCount(0)
  await undo.click()
  await expect(page.getByText('Trong chú thích')).toHaveCount(0)
  await expect(async () => {
    if (await undo.isEnabled()) await undo.click({ timeout: 500 })
    await expect(textOf(page)).not.toContainText('Trong bài', { timeout: 200 })
  }).toPass()
})

test('the outline goes, filters, collapses and changes structure from the keyboard', async () => {
  app = await openSample()
  const { page } = app
  const tree = page.getByRole('tree', { name: 'Bố cục' })
  await tree.focus()
  await page.keyboard.press('Home')
  const second = page.getByRole('treeitem').nth(1)
  await expect(second).toHaveAttribute('aria-level', '2')
  await page.keyboard.press('ArrowLeft')
  await expect(second).toHaveAttribute('aria-level', '1')
  await page.keyboard.press('ArrowRight')
  await expect(second).toHaveAttribute('aria-level', '2')
  await page.getByRole('searchbox', { name: 'Tìm mục…' }).fill('ngan sach')
  await expect(page.getByRole('treeitem', { name: /ngân sách/i }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  const lower = page.getByRole('treeitem', { level: 4 }).nth(1)
  const title = (await lower.innerText()).replace(/^\S+\s+/, '')
  await lower.click()
  await tree.focus()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect(page.getByRole('treeitem', { level: 4 }).first()).toContainText(title.slice(0, 20))
  await expect(tree).toBeFocused()
})

test('panels close, open again, are sized from the keyboard and remembered', async () => {
  app = await openNewReport()
  const { page, userData } = app
  await page.getByRole('button', { name: 'Đóng phần chú thích' }).click()
  await expect(page.getByRole('region', { name: 'Chú thích', exact: true })).toHaveCount(0)
  const line = page.getByRole('separator', { name: 'Độ rộng của bố cục' })
  await line.focus()
  await page.keyboard.press('ArrowRight')
  await expect(line).toHaveAttribute('aria-valuenow', '308')
  await expect.poll(() => readFile(join(userData, 'settings.json'), 'utf8').catch(() => '')).toContain('308')
  await app.close()
  app = await openNewReport({ userData })
  await expect(app.page.getByRole('separator', { name: 'Độ rộng của bố cục' })).toHaveAttribute(
    'aria-valuenow',
    '308',
  )
  await app.page.getByRole('button', { name: /^Mở phần Chú thích/ }).click()
  await expect(app.page.getByRole('button', { name: 'Đóng phần chú thích' })).toBeVisible()
})

test('F6 goes round the regions of the window', async () => {
  app = await openNewReport()
  const { page } = app
  await textOf(page).click()
  const region = () =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region'])
  const seen: (string | undefined)[] = []
  for (let count = 0; count < 6; count++) {
    await page.keyboard.press('F6')
    seen.push(await region())
  }
  expect(seen).toEqual(['notes', 'review', 'status', 'top', 'tools', 'outline'])
  await page.keyboard.press('F6')
  expect(await region()).toBe('paper')
})
