import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { createReportFile } from '../../electron/host/store/report-file'
import { emptyFields } from '../../shared/report/fields'
import { row, table, tableBlock } from '../support/build-indicators'
import { heading, note, noteRef, paragraph, report, sheet, text } from '../support/build-report'
import { docxParts } from '../support/docx-parts'
import { launchApp, type RunningApp } from '../support/launch-app'
import { textOf } from '../support/report-window'
import { violations } from '../support/violations'

const written = () =>
  report({
    fields: {
      ...emptyFields,
      issuingBody: 'THÀNH ỦY AN BÌNH',
      draftNumber: '1',
      type: 'BÁO CÁO',
      title: 'tổng kết nhiệm kỳ',
    },
    text: text(
      sheet(heading('roman', 'Kinh tế'), paragraph('Thu ngân sách đạt khá', noteRef('n1'), '.')),
      sheet(heading('roman', 'Xã hội'), paragraph('Đời sống nhân dân được cải thiện.'), tableBlock('t1')),
    ),
    notes: { n1: note('Theo Chi cục Thuế.') },
    indicators: table('t1', [row({ name: 'Thu', target: '5', result: '6', direction: 'up' })]),
  })

let running: RunningApp
let page: Page
let folder: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'versions-'))
  const path = join(folder, 'Báo cáo.duthao')
  createReportFile(path, written())
  running = await launchApp({ files: [path] })
  page = running.window
  await expect(textOf(page)).toBeVisible()
})

test.afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

const beside = () => page.getByRole('region', { name: 'Bản đang mở cạnh' })
const old = () => beside().getByRole('textbox')

/** Answers the next save dialog with this name, and tells which one it offered. */
const saveAs = (name: string): Promise<void> =>
  running.app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = (...given: unknown[]) => {
        const { defaultPath } = given.at(-1) as { defaultPath: string }
        Object.assign(globalThis, { offered: defaultPath })
        return Promise.resolve({ canceled: false, filePath })
      }
    },
    join(folder, name),
  )
const offered = () => running.app.evaluate(() => (globalThis as { offered?: string }).offered)

async function wordsOf(name: string): Promise<string> {
  const parts = await docxParts(await readFile(join(folder, name)))
  return (parts.get('word/document.xml') ?? '').replace(/<[^>]+>/gu, '')
}

async function expectAccessible(): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await violations(page), colorScheme).toEqual([])
  }
}

test('a draft is frozen from the window, and the header says the next from then on', async () => {
  await textOf(page).focus()
  await page.keyboard.press('Control+Alt+v')
  await expectAccessible()
  await page.getByRole('button', { name: 'Chốt dự thảo…' }).press('Enter')
  const form = page.getByRole('dialog', { name: 'Chốt Dự thảo lần 1' })
  await expect(form.getByRole('spinbutton', { name: 'Lần thứ' })).toHaveValue('1')
  await expect(form.getByRole('checkbox', { name: /Từ nay tự ghi “Dự thảo lần 2”/ })).toBeChecked()
  await page.keyboard.type('gửi xin ý kiến')
  await expectAccessible()
  await form.getByRole('button', { name: 'Chốt lần 1' }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Đã chốt Dự thảo lần 1' })).toBeVisible({ timeout: 60_000 })
  await saveAs('lan-1.docx')
  await page.getByRole('button', { name: 'Lưu tệp Word…' }).press('Enter')
  await expect.poll(() => wordsOf('lan-1.docx').catch(() => '')).toContain('Dự thảo lần 1')
  expect(await offered()).toContain('Báo cáo - Dự thảo lần 1.docx')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Dự thảo lần 2', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /Thông tin văn bản.*Dự thảo lần 2/ })).toBeVisible()
})

test('the frozen text stands beside today’s and takes nothing', async () => {
  await textOf(page).getByText('Đời sống').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Rõ rệt.')
  await page.keyboard.press('Control+Alt+v')
  await page.getByRole('button', { name: /^Dự thảo lần 1/ }).press('Enter')
  await expect(beside().getByText(/^Dự thảo lần 1, chốt ngày .*, chỉ đọc$/)).toBeVisible()
  await expect(textOf(page)).toContainText('cải thiện. Rõ rệt.')
  await expect(old()).toContainText('Đời sống nhân dân được cải thiện.')
  await expect(old()).not.toContainText('Rõ rệt')
  await expect(old().getByRole('table')).toContainText('Thu')
  await expect(beside().getByRole('region', { name: 'Chú thích' })).toContainText('Theo Chi cục Thuế.')
  await old().getByText('Đời sống').click()
  await page.keyboard.type('xyz')
  await page.keyboard.press('Control+a')
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('')
  await expect(old()).not.toContainText('xyz')
  await expectAccessible()
})

test('a section comes back as it was, and undo takes that back', async () => {
  await beside().getByRole('button', { name: 'Khôi phục…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Khôi phục từ Dự thảo lần 1' })
  await expect(dialog.getByRole('combobox', { name: 'Mục' })).toHaveText(/II- Xã hội/)
  await expect(dialog.getByText('1 chỗ sẽ thay đổi trong văn bản hôm nay')).toBeVisible()
  await expectAccessible()
  await dialog.getByRole('button', { name: 'Khôi phục', exact: true }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(textOf(page)).not.toContainText('Rõ rệt')
  await textOf(page).focus()
  await page.keyboard.press('Control+z')
  await expect(textOf(page)).toContainText('Rõ rệt')
  await beside().getByRole('button', { name: 'Đóng bản này' }).press('Enter')
  await expect(beside()).toBeHidden()
  await page.keyboard.press('Control+Alt+v')
  await page.getByRole('button', { name: '1 bản tự lưu' }).press('Enter')
  await expect(page.getByRole('button', { name: /^Trước khi khôi phục/ })).toBeVisible()
  await page.getByRole('button', { name: 'Kiểm tra các bản' }).press('Enter')
  await expect(page.getByText('2 bản đều còn nguyên vẹn như lúc lưu.')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('a draft leaves with its mark, the official text only when nothing is open', async () => {
  await textOf(page).getByText('Thu ngân sách').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Alt+3')
  await page.keyboard.press('Control+e')
  await page.getByRole('checkbox', { name: 'PDF' }).uncheck()
  await saveAs('hom-nay.docx')
  await page.getByRole('button', { name: 'Chọn chỗ lưu và xuất' }).press('Enter')
  await expect.poll(() => wordsOf('hom-nay.docx').catch(() => '')).toContain('Dự thảo lần 2')
  expect(await offered()).toContain('Báo cáo - Dự thảo lần 2.docx')
  await page.getByRole('button', { name: 'Xuất lần nữa' }).press('Enter')
  await page.getByRole('button', { name: 'Bản chính thức' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Chọn chỗ lưu và xuất' })).toBeDisabled()
  await expectAccessible()
  await page
    .getByRole('list', { name: 'Những chỗ phải giải quyết' })
    .getByRole('button')
    .first()
    .press('Enter')
  await page.keyboard.type('Văn hóa')
  await expect(textOf(page)).toContainText('Văn hóa')
  await page.keyboard.press('Control+e')
  await page.getByRole('checkbox', { name: 'PDF' }).uncheck()
  await page.getByRole('button', { name: 'Bản chính thức' }).press('Enter')
  await saveAs('chinh-thuc.docx')
  await expect(page.getByRole('button', { name: 'Chọn chỗ lưu và xuất' })).toBeEnabled()
  await page.getByRole('button', { name: 'Chọn chỗ lưu và xuất' }).press('Enter')
  await expect.poll(() => wordsOf('chinh-thuc.docx').catch(() => '')).toContain('Văn hóa')
  expect(await wordsOf('chinh-thuc.docx')).not.toContain('Dự thảo')
  expect(await offered()).toContain('Báo cáo.docx')
  expect(running.consoleErrors).toEqual([])
})
