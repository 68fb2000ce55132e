import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { createReportFile, readReportFile } from '../../electron/host/store/report-file'
import { toReportJson } from '../../shared/report/report-json'
import { comment, commentEnd, commentStart } from '../support/returned-docx'
import { heading, paragraph, report, sheet, text } from '../support/build-report'
import { launchApp, type RunningApp } from '../support/launch-app'
import { inList, makeDocx, numbering, paragraph as line, run } from '../support/make-docx'
import { textOf } from '../support/report-window'
import { violations } from '../support/violations'

const by = 'w:id="9" w:author="Lê Thị Hoa" w:date="2026-03-12T08:00:00Z"'
const bold = (words: string) => line(run(words, '<w:b/>'))

const sent = report({
  text: text(
    sheet(heading('roman', 'Kinh tế'), paragraph('Thu ngân sách trên địa bàn thành phố đạt 1.200 tỷ đồng.')),
    sheet(heading('roman', 'Xã hội'), paragraph('Đời sống nhân dân được cải thiện rõ rệt qua từng năm.')),
  ),
})

/** The same, with a tracked figure, words changed without tracking, and a comment. */
const cameBack = () =>
  makeDocx({
    numbering: numbering(['decimal', '%1.']),
    comments: comment(1, 'Nêu rõ nguồn số liệu.', 'Trần Văn Bình'),
    body:
      bold('I- KINH TẾ') +
      line(
        `${run('Thu ngân sách trên địa bàn thành phố đạt ')}<w:del ${by}><w:r><w:delText>1.200</w:delText></w:r></w:del><w:ins ${by}>${run('1.350')}</w:ins>${run(' tỷ đồng.')}`,
      ) +
      bold('II- XÃ HỘI') +
      line(
        `${run('Đời sống ')}${commentStart(1)}${run('nhân dân')}${commentEnd(1)}${run(' được nâng cao rõ rệt qua từng năm.')}`,
      ) +
      line('Một mục đánh số mới.', inList()),
  })

let running: RunningApp
let page: Page
let folder: string
let path: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'returned-'))
  path = join(folder, 'Báo cáo.duthao')
  createReportFile(path, sent)
  running = await launchApp({ files: [path] })
  page = running.window
  await expect(textOf(page)).toBeVisible()
})

test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

const choose = async (name: string, bytes: Uint8Array | string): Promise<void> => {
  await writeFile(join(folder, name), bytes)
  await running.app.evaluate(
    ({ dialog, Menu }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
      Menu.getApplicationMenu()?.getMenuItemById('receive-word')?.click()
    },
    join(folder, name),
  )
}

test('a Word file that came back is shown edit by edit, and taken in as proposals', async () => {
  await choose('Góp ý.docx', await cameBack())
  const dialog = page.getByRole('dialog', { name: 'Nhận bản Word góp ý: Góp ý.docx' })
  await expect(dialog.getByRole('combobox', { name: 'Được sửa từ' })).toHaveValue('today')
  await expect(dialog.getByRole('region', { name: 'I- Kinh tế' })).toContainText('Lê Thị Hoa, 12/03/2026')
  await expect(dialog.getByRole('region', { name: 'I- Kinh tế' })).toContainText('Số liệu')
  await expect(dialog.getByRole('region', { name: 'II- Xã hội' })).toContainText('Nêu rõ nguồn số liệu.')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await violations(page), colorScheme).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await dialog.getByRole('textbox', { name: 'Đơn vị gửi' }).fill('Sở Tài chính')
  await dialog.getByRole('button', { name: 'Đưa mục này vào: I- Kinh tế' }).press('Enter')
  await expect(dialog.getByRole('status')).toContainText('Đã đưa vào 1 chỗ.')
  await dialog.getByRole('button', { name: /^Đưa vào làm đề xuất/ }).press('Enter')
  await expect(dialog.getByRole('button', { name: 'Đưa vào làm đề xuất (0)' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: /^Mở phần đề xuất/ }).press('Enter')
  await expect(page.getByText('theo tệp Lê Thị Hoa, Sở Tài chính – Góp ý.docx')).toBeVisible()
  expect(running.consoleErrors).toEqual([])
})

test('a file that is no Word file is refused in words', async () => {
  await choose('hỏng.docx', 'không phải tệp Word')
  const dialog = page.getByRole('dialog', { name: 'Không nhận được bản góp ý' })
  await expect(dialog.getByRole('alert')).toContainText('không phải là tệp Word')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('all the while the report says what it said', async () => {
  await running.close()
  expect(toReportJson(readReportFile(path)).text).toEqual(toReportJson(sent).text)
})
