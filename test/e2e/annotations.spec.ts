import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { createReportFile } from '../../electron/host/store/report-file'
import { heading, paragraph, report, sheet, text } from '../support/build-report'
import { launchApp, type RunningApp } from '../support/launch-app'
import { textOf } from '../support/report-window'
import { violations } from '../support/violations'

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

const composer = (page: Page) => page.getByRole('textbox', { name: 'Ý kiến', exact: true })
const cards = (page: Page) => page.getByRole('group', { name: 'Các ý kiến' }).getByRole('article')

/** Selects the words, by keys alone, and begins a remark about them. */
async function annotate(page: Page, words: string, remark: string): Promise<void> {
  await select(page, words)
  await page.keyboard.press('Control+Alt+m')
  await expect(composer(page)).toBeFocused()
  await page.keyboard.type(remark)
}

async function select(page: Page, words: string): Promise<void> {
  const block = textOf(page).getByRole('paragraph').filter({ hasText: words })
  await block.click()
  await page.keyboard.press('Home')
  const text = await block.innerText()
  for (let step = 0; step < text.indexOf(words); step++) await page.keyboard.press('ArrowRight')
  for (const _letter of words) await page.keyboard.press('Shift+ArrowRight')
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
  await page.waitForTimeout(500)
  await running?.kill()
  page = await open()
  await page
    .getByRole('button', { name: /^Mở phần ý kiến/u })
    .or(page.getByRole('tab', { name: /^Ý kiến/u }))
    .click()
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
  await page
    .getByRole('button', { name: /^Mở phần ý kiến/u })
    .or(page.getByRole('tab', { name: /^Ý kiến/u }))
    .click()
  await expect(cards(page)).toHaveText([/Trước/u, /Sau/u])
})

test('a thread whose words are gone stays with its quote', async () => {
  const page = await open()
  await annotate(page, 'ba tuyến đường', 'Nêu tên')
  await page.keyboard.press('Control+Enter')
  await select(page, 'Hoàn thành ba tuyến đường liên xã.')
  await page.keyboard.press('Delete')
  await expect(cards(page)).toContainText('Chữ này không còn trong báo cáo')
  await expect(cards(page)).toContainText('ba tuyến đường')
  await expect(cards(page)).toContainText('Nhiệm vụ')
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
