import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { createReportFile } from '../../electron/host/store/report-file'
import { heading, paragraph, report, sheet, text } from '../support/build-report'
import { goByKeys, pressAt } from '../support/by-keys'
import { launchApp } from '../support/launch-app'
import { textOf } from '../support/report-window'

test('the board leaves as a table for Excel and as a PDF', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'board-'))
  const path = join(folder, 'Báo cáo.duthao')
  createReportFile(
    path,
    report({ text: text(sheet(heading('roman', 'Kinh tế'), paragraph('Thu.'), heading('roman', 'Xã hội'))) }),
  )
  const running = await launchApp({ files: [path] })
  const { app, window: page, consoleErrors } = running
  await expect(textOf(page)).toBeVisible()
  const answer = (name: string): Promise<void> =>
    app.evaluate(
      ({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      },
      join(folder, name),
    )
  await textOf(page).focus()
  await page.keyboard.press('Control+Alt+b')
  await expect(page.getByRole('row').filter({ hasText: 'Xã hội' })).toBeVisible()
  await answer('bang.csv')
  await page.getByRole('button', { name: 'Lưu cho Excel…' }).press('Enter')
  const csv = () => readFile(join(folder, 'bang.csv'), 'utf8').catch(() => '')
  await expect.poll(csv).toContain('I- Kinh tế;Đang viết;Chưa giao')
  await answer('bang.pdf')
  await page.getByRole('button', { name: 'Lưu PDF…' }).press('Enter')
  const words = async () => {
    const pdf = join(folder, 'bang.pdf')
    const read = await promisify(execFile)('pdftotext', ['-layout', pdf, '-']).catch(() => ({ stdout: '' }))
    return read.stdout
  }
  await expect.poll(words).toContain('II- Xã hội')
  expect(await words()).toContain('Tiến độ các mục')
  expect(await words()).not.toContain('Xuất văn bản')

  await test.step('and is handed to the system to be printed', async () => {
    await app.evaluate(({ BrowserWindow }) => {
      const [shown] = BrowserWindow.getAllWindows()
      if (!shown) return
      shown.webContents.print = (_options, done) => {
        Object.assign(globalThis, { printed: true })
        done?.(true, '')
      }
    })
    await page.getByRole('button', { name: 'In…' }).press('Enter')
    await expect.poll(() => app.evaluate(() => 'printed' in globalThis)).toBe(true)
  })

  await test.step('who writes alone approves, locks, unlocks and returns a section by keys', async () => {
    await page.keyboard.press('Escape')
    await goByKeys(page, 'Thu.')
    await page.keyboard.press('Control+Alt+t')
    const dialog = page.getByRole('dialog', { name: /^Duyệt mục: I- Kinh tế/ })
    const act = (name: string) => dialog.getByRole('button', { name })
    await expect(act('Duyệt mục này')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await pressAt(page, act('Mở khóa…'))
    await page.keyboard.type('Viết thêm.')
    await page.keyboard.press('Control+Enter')
    await pressAt(page, act('Khóa mục'))
    await expect(act('Mở khóa…')).toBeVisible()
    await pressAt(page, act('Trả lại…'))
    await page.keyboard.type('Thiếu số liệu.')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toContainText('Thiếu số liệu.')
  })
  expect(consoleErrors).toEqual([])
  await running.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})
