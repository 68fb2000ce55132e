import { expect, test, type Page } from '@playwright/test'
import { pressAt } from '../support/by-keys'
import { openNewReport, textOf, type OpenWindow } from '../support/report-window'
import { violations } from '../support/violations'

let app: OpenWindow

test.afterEach(async () => {
  expect(app.consoleErrors).toEqual([])
  await app.close()
})

const box = (page: Page) => page.getByRole('textbox', { name: 'Nội dung đề xuất' })
const cards = (page: Page) => page.getByRole('group', { name: 'Các đề xuất sửa' }).getByRole('article')

async function withWords(words: string): Promise<Page> {
  app = await openNewReport()
  const { page } = app
  await textOf(page).click()
  await page.keyboard.type(words)
  return page
}

test('a proposal is written in place by keyboard, shown struck and underlined, accepted, and undone', async () => {
  const page = await withWords('Tốc độ tăng trưởng rất thấp trong năm đầu')
  await page.keyboard.press('Control+Alt+e')
  await expect(box(page)).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Tốc độ tăng trưởng khá cao trong năm đầu')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Bấm Enter lần nữa để gửi.')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(box(page)).toHaveCount(0)
  const text = textOf(page)
  await expect(text.getByRole('deletion')).toHaveText('rất thấp')
  await expect(text.getByRole('insertion')).toHaveText('khá cao')
  await page.keyboard.press('Alt+PageDown')
  await expect(cards(page)).toHaveCount(1)
  await expect(cards(page).first()).toHaveAttribute('aria-current', 'true')
  await page.getByRole('button', { name: 'Tiếp thu', exact: true }).press('Enter')
  await expect(text).toContainText('Tốc độ tăng trưởng khá cao trong năm đầu')
  await expect(text.getByRole('deletion')).toHaveCount(0)
  await page.getByRole('button', { name: 'Hoàn tác' }).press('Enter')
  await expect(text.getByRole('deletion')).toHaveText('rất thấp')
  await expect(cards(page)).toHaveCount(1)
})

test('what was typed in a proposal is asked about before it is given up', async () => {
  const page = await withWords('Một câu để sửa')
  await page.keyboard.press('Control+Alt+e')
  await page.keyboard.type(' thêm chữ')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Bỏ nội dung đang đề xuất?' })).toBeVisible()
  await page.getByRole('button', { name: 'Tiếp tục sửa' }).press('Enter')
  await expect(box(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Bỏ', exact: true }).press('Enter')
  await expect(box(page)).toHaveCount(0)
  await expect(textOf(page)).toContainText('Một câu để sửa')
  await expect(textOf(page)).not.toContainText('thêm chữ')
})

test('all of one person, then all of one section are accepted, and one is withdrawn, by keys alone', async () => {
  const page = await withWords('Kinh tế')
  await page.keyboard.press('Control+Alt+3')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Đoạn thứ nhất')
  await page.keyboard.press('Control+Alt+e')
  await page.keyboard.type(' sửa thêm')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(box(page)).toHaveCount(0)
  await expect(textOf(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Xã hội')
  await page.keyboard.press('Control+Alt+3')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Đoạn thứ hai')
  await page.keyboard.press('Control+Alt+e')
  await pressAt(page, page.getByRole('button', { name: 'Thêm đoạn sau' }))
  await page.keyboard.type('Đoạn thứ ba')
  await page.getByRole('combobox', { name: 'Cấp của mục' }).selectOption('number')
  await pressAt(page, page.getByRole('button', { name: 'Gửi đề xuất' }))
  await page.keyboard.press('Alt+PageDown')
  await expect(cards(page)).toHaveCount(3)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await violations(page), `open card, ${colorScheme}`).toEqual([])
  }
  const all = page.getByRole('button', { name: 'Tiếp thu tất cả' })
  const [first, title, heading] = [
    'Đoạn thứ nhất sửa thêm',
    'Đoạn thứ hai',
    textOf(page).getByRole('heading'),
  ]
  const undo = async (): Promise<void> => {
    await textOf(page).focus()
    await page.keyboard.press('Control+z')
    await expect(cards(page)).toHaveCount(3)
    await expect(heading).toHaveText([/Kinh tế/, /Xã hội/])
  }

  await test.step('all of one person', async () => {
    await pressAt(page, page.getByRole('button', { name: /^Tiếp thu 3 đề xuất của/ }))
    await pressAt(page, all)
    await expect(cards(page)).toHaveCount(0)
    await expect(textOf(page)).toContainText(first)
    await expect(heading.filter({ hasText: title })).toBeVisible()
    await expect(textOf(page)).toContainText('Đoạn thứ ba')
    await undo()
  })
  await test.step('all of one section', async () => {
    await page.keyboard.press('Alt+PageDown')
    await pressAt(page, page.getByRole('combobox', { name: 'Tiếp thu hàng loạt' }), 'ArrowDown')
    await pressAt(page, page.getByRole('button', { name: /^Tiếp thu 2 đề xuất trong mục “.*Xã hội”/ }))
    await pressAt(page, all)
    await expect(cards(page)).toHaveCount(1)
    await expect(heading.filter({ hasText: title })).toBeVisible()
    await expect(textOf(page).getByRole('insertion')).toHaveText('sửa thêm')
    await undo()
  })
  await test.step('one is withdrawn', async () => {
    await page.keyboard.press('Alt+PageDown')
    await pressAt(page, page.getByRole('button', { name: 'Rút đề xuất' }))
    await expect(cards(page)).toHaveCount(2)
    await pressAt(page, page.getByRole('combobox', { name: 'Trạng thái' }), 'ArrowDown')
    await expect(cards(page)).toHaveText([/Đã rút/])
  })
})

test('a proposal is rejected with a reason, opened again, and answered by another, by keys alone', async () => {
  const page = await withWords('Tốc độ tăng trưởng thấp')
  await page.keyboard.press('Control+Alt+e')
  await page.keyboard.type(' hơn')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(box(page)).toHaveCount(0)
  await page.keyboard.press('Alt+PageDown')
  await pressAt(page, page.getByRole('button', { name: 'Không tiếp thu' }))
  await expect(page.getByRole('textbox', { name: /^Lý do không tiếp thu/ })).toBeFocused()
  await page.keyboard.type('Chưa rõ')
  await page.keyboard.press('Enter')
  await expect(cards(page)).toHaveCount(0)
  const states = page.getByRole('combobox', { name: 'Trạng thái' })
  await pressAt(page, states, 'ArrowDown')
  await expect(cards(page)).toContainText('Chưa rõ')
  expect(await violations(page)).toEqual([])
  await pressAt(page, cards(page).first())
  await pressAt(page, page.getByRole('button', { name: 'Mở lại' }))
  await expect(cards(page)).toHaveCount(0)
  await pressAt(page, states, 'ArrowUp')
  await pressAt(page, cards(page).first())
  await pressAt(page, page.getByRole('button', { name: 'Đề xuất khác' }))
  await expect(box(page)).toBeFocused()
  await page.keyboard.type(' nữa')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(cards(page)).toHaveCount(2)
})

test('with tracking on an edit shows what it changed, and is kept or taken back', async () => {
  const page = await withWords('Tốc độ tăng trưởng rất thấp')
  // What was written before is no tracked change, however shortly before.
  await page.keyboard.press('Control+Shift+e')
  await expect(page.getByRole('button', { name: 'Theo dõi thay đổi khi sửa' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.keyboard.type(' và giảm')
  const text = textOf(page)
  await expect(text.getByRole('insertion')).toHaveText('và giảm')
  await page.keyboard.press('Alt+PageDown')
  await expect(cards(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Bỏ thay đổi' }).press('Enter')
  await expect(text).not.toContainText('và giảm')
  await expect(cards(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Hoàn tác' }).press('Enter')
  await expect(text.getByRole('insertion')).toHaveText('và giảm')
  await page.keyboard.press('Alt+PageDown')
  await page.getByRole('button', { name: 'Giữ thay đổi' }).press('Enter')
  await expect(text.getByRole('insertion')).toHaveCount(0)
  await expect(text).toContainText('và giảm')
})
