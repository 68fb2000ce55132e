import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { heading, note, noteRef, paragraph, report, sheet, text } from '../support/build-report'
import { goByKeys } from '../support/by-keys'
import { createFrozenFile } from '../support/frozen-file'
import { launchApp, type RunningApp } from '../support/launch-app'
import { textOf } from '../support/report-window'
import { violations } from '../support/violations'

// One program for all of it: each test leaves the comparison closed.
let folder: string
let running: RunningApp
let page: Page

const economy = heading('roman', 'Kinh tế')
const farming = paragraph('Nông nghiệp giữ vững nhịp độ tăng trưởng của những năm trước.')
const culture = heading('roman', 'Văn hóa')
const life = paragraph('Đời sống văn hóa ở cơ sở tiếp tục được nâng lên.')
const income = paragraph('Thu ngân sách năm 2025 đạt 1.500 tỷ đồng', noteRef('n'), ', tăng nhanh.')
const withIncome = (block: typeof income, source: string, more: readonly (typeof income)[]) =>
  report({
    text: text(sheet(economy, block, farming, ...more), sheet(culture, life)),
    notes: { n: note(source) },
  })
const newIncome = income.type.create(
  income.attrs,
  paragraph('Thu ngân sách năm 2025 đạt 1.650 tỷ đồng', noteRef('n'), ', tăng nhanh.').content,
)
const frozen = withIncome(income, 'Theo ngành thuế.', [])
const today = withIncome(newIncome, 'Theo ngành tài chính.', [
  paragraph('Công nghiệp chế biến có bước phát triển mới.'),
])

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'du-thao-compare-'))
  const path = join(folder, 'Báo cáo.duthao')
  await createFrozenFile(path, { frozen, today })
  running = await launchApp({ files: [path], userData: join(folder, 'settings') })
  page = running.window
  await expect(textOf(page)).toBeVisible()
})
test.afterAll(async () => {
  expect(running.consoleErrors).toEqual([])
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

const view = () => page.getByRole('dialog', { name: 'So sánh' })
const both = () => view().getByRole('region', { name: 'Hai bản đối chiếu' })
const cards = () => view().getByRole('group', { name: 'Các chỗ thay đổi' }).getByRole('button')

async function compare(): Promise<void> {
  await textOf(page).focus()
  await page.keyboard.press('Control+Alt+s')
  await expect(cards()).toHaveCount(3)
}
async function leave(): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(view()).toHaveCount(0)
}

test('the last draft is compared with today in place, in columns, and without what stayed', async () => {
  await compare()
  await expect(both()).toContainText('đạt bỏ: 1.500thêm: 1.650 tỷ đồng')
  await expect(both()).toContainText('Chú thích 1: Theo ngành bỏ: thuế.thêm: tài chính.')
  await expect(both()).toContainText('Nông nghiệp giữ vững')
  await view().getByRole('button', { name: 'Hai cột' }).click()
  await expect(both()).toContainText('đạt bỏ: 1.500 tỷ đồng')
  await expect(both()).toContainText('đạt thêm: 1.650 tỷ đồng')
  await view().getByRole('button', { name: 'Chỉ phần thay đổi' }).click()
  await expect(both()).not.toContainText('Nông nghiệp giữ vững')
  await view().getByRole('button', { name: '1 đoạn không thay đổi' }).first().click()
  await expect(both()).toContainText('Nông nghiệp giữ vững')
  await view().getByRole('button', { name: 'Liền bài' }).click()
  await view().getByRole('button', { name: 'Đổi bản trước và bản sau cho nhau' }).click()
  await expect(both()).toContainText('đạt bỏ: 1.650thêm: 1.500 tỷ đồng')
  await view().getByRole('button', { name: 'Đổi bản trước và bản sau cho nhau' }).click()
  await leave()
})

test('changes are filtered, and stepped through from the keyboard up to the place in the report', async () => {
  await compare()
  await view().getByRole('combobox', { name: 'Loại' }).selectOption({ label: 'Số liệu (1)' })
  await expect(cards()).toHaveText([/Sửa chữ.*Số liệu.*Kinh tế/])
  await view().getByRole('button', { name: 'Bỏ lọc' }).click()
  await page.keyboard.press('F9')
  await expect(view().getByRole('status').filter({ hasText: 'Thay đổi 1 trên 3' })).toHaveCount(1)
  await page.keyboard.press('Shift+F9')
  await expect(view().getByRole('status').filter({ hasText: 'Thay đổi 3 trên 3' })).toHaveCount(1)
  await cards().first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(cards().nth(2)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(cards().nth(2)).not.toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(view()).toHaveCount(0)
  await expect(textOf(page)).toBeFocused()
  await page.keyboard.type('Đúng chỗ. ')
  await expect(page.getByText('Đúng chỗ. Công nghiệp chế biến')).toBeVisible()
  await page.keyboard.press('Control+z')
})

for (const reading of ['Liền bài', 'Hai cột'])
  test(`${reading}: the view can be read and used by everybody`, async () => {
    await compare()
    await view().getByRole('button', { name: reading }).click()
    await expect(both()).toContainText('1.650')
    expect(await violations(page)).toEqual([])
    await leave()
  })

test('what became of the sentence at the caret is told from the menu, and read, by keys alone', async () => {
  await goByKeys(page, '1.650')
  await running.app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('sentence-history')?.click()
  })
  const dialog = page.getByRole('dialog', { name: 'Lịch sử câu' })
  const steps = dialog.getByRole('region', { name: 'Các lần câu này thay đổi' })
  await expect(steps).toBeFocused()
  await expect(steps).toContainText('Thu ngân sách năm 2025 đạt 1.650 tỷ đồng')
  await expect(steps.getByRole('listitem')).toHaveText([
    /^Văn bản hôm naySửa lời.*sau Dự thảo lần 2.*1\.500.*1\.650/,
    /^Dự thảo lần 2Có từ bản cũ nhất còn giữ.*1\.500/,
  ])
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await violations(page), colorScheme).toEqual([])
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(textOf(page)).toBeFocused()
})
