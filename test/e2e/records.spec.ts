import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openImport, openNewReport, openSample, textOf, type OpenWindow } from '../support/report-window'

let app: OpenWindow

test.afterEach(async () => {
  expect(app.consoleErrors).toEqual([])
  await app.close()
})

test('the indicator grid is written like a spreadsheet and says what the figures mean', async () => {
  app = await openNewReport()
  const { page } = app
  await textOf(page).click()
  await page.getByRole('button', { name: 'Chèn bảng chỉ tiêu' }).click()
  await page.getByRole('gridcell').first().click()
  for (const words of ['Tỷ lệ hộ nghèo', '%', '3,2', '<1', '0,8']) {
    await page.keyboard.type(words)
    await page.keyboard.press('Tab')
  }
  const row = page.getByRole('row', { name: 'Tỷ lệ hộ nghèo' })
  await expect(row.getByRole('button', { name: /Hoàn thành vượt/ })).toBeVisible()
  await page.keyboard.type('Chưa hoàn thành')
  await page.keyboard.press('Enter')
  await expect(row.getByRole('button', { name: /không khớp/ })).toBeVisible()
  await page.keyboard.press('F2')
  await page.keyboard.type(' bỏ')
  await page.keyboard.press('Escape')
  await expect(row).not.toContainText('bỏ')
  await page.keyboard.press('Alt+Enter')
  await expect(page.getByRole('row')).toHaveCount(3)
  await page.keyboard.type('Dòng hai')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('row').nth(1)).toContainText('Dòng hai')
  await page.keyboard.press('Control+Delete')
  await expect(page.getByRole('row')).toHaveCount(2)
})

test('rows from a spreadsheet are pasted as rows', async () => {
  app = await openNewReport()
  const { page } = app
  await textOf(page).click()
  await page.getByRole('button', { name: 'Chèn bảng chỉ tiêu' }).click()
  await page.getByRole('gridcell').first().click()
  await page.getByRole('textbox', { name: /^Chỉ tiêu/ }).evaluate(field => {
    const clipboardData = new DataTransfer()
    clipboardData.setData(
      'text/plain',
      'I\tKinh tế\n1\tGiá trị sản xuất\t%\t12\t13\t14\n\tDịch vụ\t%\t11\t12\t13\n',
    )
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(page.getByRole('row')).toHaveCount(4)
  await expect(page.getByRole('rowheader')).toHaveText(['I', '1', ''])
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(page.getByRole('row')).toHaveCount(2)
})

test('a wording is chosen, and the choice can be opened again', async () => {
  app = await openSample()
  const { page } = app
  const options = page.getByRole('region', { name: 'Các phương án' }).first()
  await options.getByRole('button', { name: 'Chọn phương án này: Chủ đề 2' }).click()
  await expect(options.getByText('Phương án được chọn')).toBeVisible()
  await expect(options.getByRole('group', { name: 'Chủ đề 1' })).toHaveCount(0)
  await options.getByRole('button', { name: 'Mở lại để cân nhắc' }).click()
  await expect(options.getByRole('group', { name: 'Chủ đề 1' })).toBeVisible()
})

test('find goes over text, notes and tables without tones, and replaces everywhere in one step', async () => {
  app = await openNewReport()
  const { page } = app
  await textOf(page).click()
  await page.keyboard.type('Hoà bình và hòa giải')
  await page.keyboard.press('Control+Alt+f')
  await page.keyboard.type('Hòa trong chú thích')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+h')
  await page.getByRole('textbox', { name: 'Tìm', exact: true }).fill('hoa')
  await expect(page.getByText('1 / 3')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Phân biệt hoa thường' }).check()
  await expect(page.getByText('1 / 1', { exact: true })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Phân biệt hoa thường' }).uncheck()
  await page.getByRole('textbox', { name: 'Thay bằng' }).fill('thuận')
  await page.getByRole('button', { name: 'Thay tất cả' }).click()
  await expect(textOf(page)).toContainText('bình và')
  await expect(textOf(page)).not.toContainText(/ho[aà]|hò/i)
  await expect(page.getByText(/^Đã thay 3 chỗ/)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(textOf(page)).toContainText('Hoà bình và hòa giải')
})

test('a level corrected in the import preview is the level in the report', async () => {
  app = await openImport()
  const { page } = app
  const blocks = page.getByRole('grid', { name: 'Bố cục nhận được' })
  await expect(blocks).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Alt+2')
  await expect(page.getByText('Đã sửa cấp 1 đoạn')).toBeVisible()
  const title = await blocks.getByRole('row', { selected: true }).getByRole('gridcell').first().innerText()
  await page.getByRole('button', { name: 'Nhận thành báo cáo' }).click()
  await expect(page.getByRole('treeitem', { level: 2 }).first()).toContainText(title.slice(0, 30))
})

test('a preview that is discarded leaves the start screen as it was', async () => {
  app = await openImport()
  await app.page.getByRole('button', { name: 'Bỏ', exact: true }).last().click()
  await expect(app.page.getByRole('heading', { name: 'Dự Thảo' })).toBeVisible()
})

test('fields typed into the form stand on the paper', async () => {
  app = await openNewReport()
  const { page } = app
  await page.getByRole('button', { name: 'Thông tin văn bản' }).first().click()
  await page.getByRole('textbox', { name: 'Cơ quan ban hành' }).fill('Thành ủy An Bình')
  await page.getByRole('textbox', { name: 'Dự thảo lần thứ' }).fill('4')
  await page.getByRole('button', { name: 'Xong' }).click()
  await expect(page.getByRole('region', { name: 'Nội dung báo cáo' })).toContainText('Thành ủy An Bình')
  await expect(page.getByText('Dự thảo lần 4').first()).toBeVisible()
})

/** Answers the system's save dialogs with the name that they propose, in a folder of this test. */
async function saveIntoFolder({ app }: OpenWindow): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'du-thao-export-'))
  await app.evaluate(({ dialog }, folder) => {
    dialog.showSaveDialog = (...input: unknown[]) => {
      const { defaultPath } = input.at(-1) as { defaultPath: string }
      const name = defaultPath.split('/').at(-1) ?? 'x'
      return Promise.resolve({ canceled: false, filePath: `${folder}/${name}`, bookmark: '' })
    }
  }, folder)
  return folder
}

test('an export says where its files are, and they are there', async () => {
  app = await openSample()
  const { page } = app
  const folder = await saveIntoFolder(app)
  await page.getByRole('button', { name: 'Xuất văn bản' }).click()
  await page.getByRole('button', { name: 'Chọn chỗ lưu và xuất' }).click()
  await expect(page.getByRole('heading', { name: 'Đã xuất xong' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('button', { name: 'Mở thư mục' })).toHaveCount(2)
  expect((await readdir(folder)).map(name => name.replace(/.*\./, '')).sort()).toEqual(['docx', 'pdf'])
  await page.getByRole('button', { name: 'Đóng', exact: true }).last().click()
  await expect(page.getByRole('button', { name: 'Xuất văn bản' })).toBeFocused()
})

test('an export says which letters its PDF could not set', async () => {
  app = await openNewReport()
  const { page } = app
  await textOf(page).click()
  await page.keyboard.type('Chữ 漢 trong tên cũ')
  const folder = await saveIntoFolder(app)
  await page.getByRole('button', { name: 'Xuất văn bản' }).click()
  await page.getByRole('checkbox', { name: 'Word (.docx)' }).uncheck()
  await page.getByRole('button', { name: 'Chọn chỗ lưu và xuất' }).click()
  const done = page.getByRole('dialog', { name: 'Đã xuất xong' })
  await expect(done.getByText('Tệp xuất có chỗ khác với báo cáo')).toBeVisible({ timeout: 60_000 })
  await expect(done.getByText(/漢/)).toBeVisible()
  expect((await readdir(folder)).map(name => name.replace(/.*\./, ''))).toEqual(['pdf'])
})

test('undo goes back over a choice of wordings and a field of the form, in the order they were made', async () => {
  app = await openSample()
  const { page } = app
  const paper = page.getByRole('region', { name: 'Nội dung báo cáo' })
  const options = page.getByRole('region', { name: 'Các phương án' }).first()
  await options.getByRole('button', { name: 'Chọn phương án này: Chủ đề 2' }).click()
  await page.getByRole('button', { name: 'Thông tin văn bản' }).first().click()
  await page.getByRole('textbox', { name: 'Cơ quan ban hành' }).fill('Thành ủy An Bình')
  await page.getByRole('button', { name: 'Xong' }).click()
  await expect(paper).toContainText('Thành ủy An Bình')
  const undo = page.getByRole('button', { name: 'Hoàn tác' })
  await undo.click()
  await expect(paper).not.toContainText('Thành ủy An Bình')
  await expect(options.getByText('Phương án được chọn')).toBeVisible()
  await undo.click()
  await expect(options.getByRole('group', { name: 'Chủ đề 1' })).toBeVisible()
  const redo = page.getByRole('button', { name: 'Làm lại' })
  await redo.click()
  await redo.click()
  await expect(options.getByRole('group', { name: 'Chủ đề 1' })).toHaveCount(0)
  await expect(paper).toContainText('Thành ủy An Bình')
})

test('an export that the menu names begins with that format alone', async () => {
  app = await openNewReport()
  const { page } = app
  await app.app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('export-docx')?.click()
  })
  await expect(page.getByRole('checkbox', { name: 'Word (.docx)' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'PDF' })).not.toBeChecked()
})

test('a file that cannot be read is refused in words, and the open report is as it was', async () => {
  app = await openNewReport()
  const { page } = app
  await textOf(page).click()
  await page.keyboard.type('Bài đang viết')
  const bad = join(await mkdtemp(join(tmpdir(), 'du-thao-bad-')), 'hỏng.docx')
  await writeFile(bad, 'không phải tệp Word')
  await app.app.evaluate(({ dialog, Menu }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    Menu.getApplicationMenu()?.getMenuItemById('import')?.click()
  }, bad)
  await expect(page.getByRole('heading', { name: 'Không đọc được tệp này' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText(/\S/)
  await page.getByRole('button', { name: 'Đóng', exact: true }).last().click()
  await page.keyboard.type(' tiếp')
  await expect(textOf(page)).toContainText('Bài đang viết tiếp')
})

test('a finding names the indicator with its figures and leads to its cell', async () => {
  app = await openNewReport()
  const { page } = app
  await textOf(page).click()
  await page.getByRole('button', { name: 'Chèn bảng chỉ tiêu' }).click()
  await page.getByRole('gridcell').first().click()
  for (const words of ['Tỷ lệ hộ nghèo', '%', '3,2', '<1', '0,8', 'Chưa hoàn thành']) {
    await page.keyboard.type(words)
    await page.keyboard.press('Tab')
  }
  // On a narrow screen the panel is a strip.
  await page.getByRole('button', { name: /^Mở phần kiểm tra/ }).click()
  const card = page.getByRole('button', { name: /Ghi chú khác với số liệu/ })
  await expect(card).toContainText('Chỉ tiêu 1: Tỷ lệ hộ nghèo, cột Ghi chú')
  await expect(card).toContainText('Mục tiêu: <1; Kết quả: 0,8')
  await card.click()
  await expect(page.getByRole('textbox', { name: 'Ghi chú, Tỷ lệ hộ nghèo' })).toBeFocused()
})

test('a word composed from the first key by an input method replaces the chosen cell whole', async () => {
  app = await openNewReport()
  const { page } = app
  await textOf(page).click()
  await page.getByRole('button', { name: 'Chèn bảng chỉ tiêu' }).click()
  await page.getByRole('gridcell').first().click()
  await page.keyboard.type('cũ')
  await page.keyboard.press('Enter')
  const method = await page.context().newCDPSession(page)
  for (const text of ['t', 'ti', 'tie', 'tiê', 'tiên', 'tiêng', 'tiếng'])
    await method.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  await method.send('Input.insertText', { text: 'tiếng' })
  await page.keyboard.type(' nói')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: 'tiếng nói', exact: true })).toBeVisible()
})
