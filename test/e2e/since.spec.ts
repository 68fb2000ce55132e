import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { createReportFile } from '../../electron/host/store/report-file'
import { heading, noteRef, note, paragraph, report, sheet, text } from '../support/build-report'
import { launchApp, type RunningApp } from '../support/launch-app'
import { textOf } from '../support/report-window'
import { violations } from '../support/violations'

let folder: string
let path: string
let running: RunningApp

const written = report({
  text: text(
    sheet(
      heading('roman', 'Kinh tế'),
      paragraph('Thu ngân sách năm 2025 đạt 1.500 tỷ đồng', noteRef('n'), ', tăng nhanh.'),
      paragraph('Nông nghiệp giữ vững nhịp độ tăng trưởng của những năm trước.'),
    ),
    sheet(heading('roman', 'Văn hóa'), paragraph('Đời sống văn hóa ở cơ sở tiếp tục được nâng lên.')),
  ),
  notes: { n: note('Theo báo cáo của ngành tài chính.') },
})

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'du-thao-since-'))
  path = join(folder, 'Báo cáo.duthao')
  createReportFile(path, written)
  await open()
})
test.afterEach(async () => {
  expect(running.consoleErrors).toEqual([])
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

async function open(): Promise<void> {
  running = await launchApp({ files: [path], userData: join(folder, 'settings') })
  await expect(textOf(running.window)).toBeVisible()
}

const tab = (page: Page) => page.getByRole('tab', { name: /^Thay đổi/ })
const list = (page: Page) => page.getByRole('group', { name: 'Các chỗ thay đổi' })
const cards = (page: Page) => list(page).getByRole('button', { name: /^(Sửa chữ|Thêm mới|Đã bỏ)/ })

/** F9 opens the panel where it is folded. */
async function seeAll(page: Page): Promise<void> {
  await page.keyboard.press('F9')
  await expect(tab(page)).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText('Chưa ghi lần xem nào.')).toBeVisible()
  await page.getByRole('button', { name: 'Đã xem hết' }).click()
  await expect(page.getByText('Không có gì thay đổi từ lần xem trước.')).toBeVisible()
}

/** Types behind these words of the text. */
async function typeBehind(page: Page, words: string, typed: string): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: 'Tìm', exact: true }).fill(words)
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type(typed)
}

test('what was typed since the person looked is shown word by word, also after the program ended', async () => {
  await seeAll(running.window)
  await typeBehind(running.window, 'giữ vững', ' và mở rộng')
  await expect(cards(running.window)).toHaveText([/Sửa chữ.*Câu chữ.*giữ vững thêm: và mở rộng nhịp độ/])
  await expect(tab(running.window)).toHaveAccessibleName(/1 chỗ chưa xem/)
  await running.close()
  await open()
  await running.window.keyboard.press('F9')
  await expect(cards(running.window)).toHaveText([/thêm: và mở rộng/])
  await running.window.getByRole('button', { name: /^Đã xem mục này: .*Kinh tế/ }).click()
  await expect(running.window.getByText('Không có gì thay đổi từ lần xem trước.')).toBeVisible()
})

test('changes are stepped through from the keyboard, and Enter leads to the place', async () => {
  const page = running.window
  await seeAll(page)
  await typeBehind(page, 'tăng nhanh', ' hơn')
  await typeBehind(page, 'ở cơ sở', ' thôn, bản')
  await expect(cards(page)).toHaveCount(2)
  await page.keyboard.press('F9')
  await expect(page.getByRole('status').filter({ hasText: 'Thay đổi 1 trên 2' })).toHaveCount(1)
  await page.keyboard.press('F9')
  await expect(page.getByRole('status').filter({ hasText: 'Thay đổi 2 trên 2' })).toHaveCount(1)
  await page.keyboard.press('Shift+F9')
  await expect(cards(page).first()).toHaveAttribute('aria-current', 'true')
  await cards(page).first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(cards(page).nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(textOf(page)).toBeFocused()
  await page.keyboard.type('Đúng chỗ. ')
  await expect(page.getByText('Đúng chỗ. Đời sống văn hóa')).toBeVisible()
})

test('the list can be read and used by everybody', async () => {
  const page = running.window
  await seeAll(page)
  await typeBehind(page, '1.500', '0')
  await expect(cards(page)).toHaveText([/Số liệu/])
  expect(await violations(page)).toEqual([])
})
