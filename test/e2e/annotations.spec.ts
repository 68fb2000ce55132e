import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test, type Page } from '@playwright/test'
import { createReportFile } from '../../electron/host/store/report-file'
import { heading, paragraph, report, sheet, text } from '../support/build-report'
import { annotate, cards, composer, showAnnotations } from '../support/annotations-panel'
import { goByKeys } from '../support/by-keys'
import { launchApp, type RunningApp } from '../support/launch-app'
import { textOf } from '../support/report-window'
import { violations } from '../support/violations'

const run = promisify(execFile)

let folder = ''
let path = ''
let running: RunningApp | null = null

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annotations-'))
  path = join(folder, 'Báo cáo.duthao')
  createReportFile(
    path,
    report({
      text: text(
        sheet(
          heading('roman', 'Kết quả'),
          paragraph('Sản lượng đạt mười hai nghìn tấn trong năm.'),
          heading('roman', 'Nhiệm vụ'),
          paragraph('Hoàn thành ba tuyến đường liên xã.'),
        ),
      ),
    }),
  )
})
test.afterEach(async () => {
  await running?.kill()
  running = null
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function open(): Promise<Page> {
  running = await launchApp({ files: [path], userData: join(folder, 'settings') })
  await expect(textOf(running.window)).toBeVisible()
  return running.window
}

/** The system asks where to save and is answered at once. */
const answerSaveDialog = (path: string): Promise<void> =>
  running!.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)

/** Whether the report's file, or what SQLite has yet to put into it, has these words. */
async function isOnDisk(words: string): Promise<boolean> {
  const files = (await readdir(folder)).filter(name => name.startsWith('Báo cáo.duthao'))
  const contents = await Promise.all(files.map(name => readFile(join(folder, name))))
  return contents.some(content => content.includes(words))
}

test('a remark is begun, sent, answered, settled and opened again without a mouse', async () => {
  const page = await open()
  await annotate(page, 'ba tuyến đường', 'Nêu tên từng tuyến.')
  await page.keyboard.press('Control+Enter')
  await expect(textOf(page)).toBeFocused()
  await expect(cards(page)).toHaveCount(1)
  await expect(cards(page)).toContainText('ba tuyến đường')
  await expect(cards(page)).toContainText('Tôi')

  await page.keyboard.press('F8')
  await expect(cards(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Trả lời' })).toBeFocused()
  await page.keyboard.type('Đã bổ sung.')
  await page.keyboard.press('Control+Enter')
  await expect(cards(page)).toContainText('Đã bổ sung.')

  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Escape')
  await expect(textOf(page)).toBeFocused()
  await page.keyboard.press('F8')
  await page.getByRole('button', { name: 'Đánh dấu đã xong' }).press('Enter')
  await expect(cards(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Đã xong' }).press('Enter')
  await expect(cards(page)).toHaveCount(1)
  await page.keyboard.press('F8')
  await page.getByRole('button', { name: 'Mở lại' }).press('Enter')
  await page.getByRole('button', { name: 'Chưa xong' }).press('Enter')
  await expect(cards(page)).toHaveCount(1)
})

test('what is written and not sent outlives a killed program', async () => {
  let page = await open()
  await annotate(page, 'mười hai nghìn tấn', 'Số này lấy từ đâu')
  await expect.poll(() => isOnDisk('Số này lấy từ đâu')).toBe(true)
  await running?.kill()
  page = await open()
  await showAnnotations(page)
  await expect(composer(page)).toHaveValue('Số này lấy từ đâu')
  await expect(page.getByRole('region', { name: 'Ý kiến', exact: true })).toContainText('mười hai nghìn tấn')
})

test('threads stand in the order of the text, and are found again after a restart', async () => {
  let page = await open()
  await annotate(page, 'ba tuyến đường', 'Sau')
  await page.keyboard.press('Control+Enter')
  await annotate(page, 'mười hai nghìn tấn', 'Trước')
  await page.keyboard.press('Control+Enter')
  await expect(cards(page)).toHaveText([/Trước/u, /Sau/u])
  await running?.close()
  page = await open()
  await showAnnotations(page)
  await expect(cards(page)).toHaveText([/Trước/u, /Sau/u])
})

test('a thread whose words are gone stays with its quote', async () => {
  const page = await open()
  await annotate(page, 'ba tuyến đường', 'Nêu tên')
  await page.keyboard.press('Control+Enter')
  await goByKeys(page, 'Hoàn thành ba tuyến đường liên xã.')
  await page.keyboard.press('Delete')
  await expect(cards(page)).toContainText('Chữ này không còn trong báo cáo')
  await expect(cards(page)).toContainText('ba tuyến đường')
  await expect(cards(page)).toContainText('Nhiệm vụ')
})

test('one changes and takes back what one said oneself', async () => {
  const page = await open()
  await annotate(page, 'ba tuyến đường', 'Nêu tên')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('F8')
  await page.getByRole('button', { name: 'Sửa: Nêu tên' }).press('Enter')
  const box = page.getByRole('textbox', { name: 'Sửa lời của tôi' })
  await expect(box).toBeFocused()
  await box.press('Control+End')
  await page.keyboard.type(' từng tuyến')
  await page.keyboard.press('Control+Enter')
  await expect(cards(page)).toContainText('Nêu tên từng tuyến (đã sửa)')
  await page.getByRole('button', { name: /^Xóa: / }).press('Enter')
  await page.getByRole('button', { name: 'Giữ lại' }).press('Enter')
  await expect(cards(page)).toHaveCount(1)
  await page.getByRole('button', { name: /^Xóa: / }).press('Enter')
  await page.getByRole('button', { name: 'Xóa', exact: true }).press('Enter')
  await expect(cards(page)).toHaveCount(0)
})

test('what is being written stays when the panel is closed, and until it is given up for sure', async () => {
  const page = await open()
  await annotate(page, 'ba tuyến đường', 'Dở dang')
  await page.keyboard.press('Escape')
  await expect(textOf(page)).toBeFocused()
  await page.getByRole('button', { name: 'Thu phần bên phải' }).press('Enter')
  await expect(composer(page)).toHaveCount(0)
  await showAnnotations(page)
  await expect(composer(page)).toHaveValue('Dở dang')
  await page.getByRole('button', { name: 'Bỏ', exact: true }).press('Enter')
  await page.getByRole('button', { name: 'Viết tiếp' }).press('Enter')
  await expect(composer(page)).toHaveValue('Dở dang')
  await page.getByRole('button', { name: 'Bỏ', exact: true }).press('Enter')
  await page.getByRole('button', { name: 'Bỏ hẳn' }).press('Enter')
  await expect(composer(page)).toHaveCount(0)
})

test('arrow keys go through the tabs, which the focus enters once', async () => {
  const page = await open()
  await showAnnotations(page)
  await page.getByRole('tab', { name: /^Ý kiến/u }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('tab', { name: /^Kiểm tra/u })).toBeFocused()
  await expect(page.getByRole('tab', { selected: true })).toHaveText(/^Kiểm tra/u)
  await page.keyboard.press('Home')
  await expect(page.getByRole('tab', { name: /^Ý kiến/u })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Thu phần bên phải' })).toBeFocused()
})

test('the list goes to a table for Excel and to a PDF', async () => {
  const page = await open()
  await annotate(page, 'ba tuyến đường', 'Nêu tên; ghi rõ "tuyến"')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'In danh sách' }).press('Enter')
  const csv = join(folder, 'ds.csv')
  await answerSaveDialog(csv)
  await page.getByRole('button', { name: 'Lưu bảng cho Excel' }).press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const table = await readFile(csv, 'utf8')
  expect(table.charCodeAt(0)).toBe(0xfeff)
  expect(table).toContain('"Nêu tên; ghi rõ ""tuyến"""')
  expect(table).toContain('ba tuyến đường')

  await page.getByRole('button', { name: 'In danh sách' }).press('Enter')
  const pdf = join(folder, 'ds.pdf')
  await answerSaveDialog(pdf)
  await page.getByRole('button', { name: 'Lưu PDF' }).press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-'])
  expect(stdout).toContain('DANH SÁCH Ý KIẾN')
  expect(stdout).toMatch(/ba tuyến/u)
  expect(stdout).not.toContain('Xuất văn bản')

  await test.step('and is handed to the system to be printed', async () => {
    await page.getByRole('button', { name: 'In danh sách' }).press('Enter')
    await expect(page.getByRole('button', { name: 'In…' })).toBeFocused()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await violations(page), `list, ${colorScheme}`).toEqual([])
    }
    await running!.app.evaluate(({ BrowserWindow }) => {
      const [shown] = BrowserWindow.getAllWindows()
      if (!shown) return
      shown.webContents.print = (_options, done) => {
        void shown.webContents
          .executeJavaScript('document.body.textContent')
          .then((words: unknown) => Object.assign(globalThis, { printed: words }))
          .then(() => done?.(true, ''))
      }
    })
    await page.keyboard.press('Enter')
    const printed = () => running!.app.evaluate(() => (globalThis as { printed?: string }).printed ?? '')
    await expect.poll(printed).toContain('DANH SÁCH Ý KIẾN')
    expect(await printed()).toContain('ba tuyến')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
})

test('no state of the panel has a serious violation', async () => {
  const page = await open()
  await annotate(page, 'ba tuyến đường', 'Nêu tên từng tuyến.')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await violations(page), `composing, ${colorScheme}`).toEqual([])
  }
  await page.keyboard.press('Control+Enter')
  await expect(cards(page)).toHaveCount(1)
  await page.keyboard.press('F8')
  await page.getByRole('button', { name: 'Lọc ý kiến' }).press('Enter')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await violations(page), `thread, ${colorScheme}`).toEqual([])
  }
})
