import { expect, test, type Page } from '@playwright/test'
import { openNewReport, textOf, type OpenWindow } from '../support/report-window'

// The browser's own composition, as an input method (Telex, VNI) drives it: no key event carries a letter.

let app: OpenWindow

test.beforeEach(async () => {
  app = await openNewReport()
})
test.afterEach(async () => {
  expect(app.consoleErrors).toEqual([])
  await app.close()
})

/** What Telex shows while each word is composed, up to the word itself. */
const telex: readonly (readonly string[])[] = [
  ['t', 'ti', 'tiê', 'tiên', 'tiêng', 'tiếng'],
  ['v', 'vi', 'viê', 'viêt', 'việt'],
  ['đ', 'đư', 'đươ', 'đươc', 'được'],
]
const written = 'tiếng việt được'

async function compose(page: Page): Promise<void> {
  const input = await page.context().newCDPSession(page)
  for (const [index, word] of telex.entries()) {
    if (index > 0) await page.keyboard.press('Space')
    for (const text of word) {
      await input.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
      await page.waitForTimeout(30)
    }
    await input.send('Input.insertText', { text: word.at(-1) ?? '' })
  }
  await input.detach()
}

/** What the host holds, without this window's own state. */
async function reloaded(page: Page): Promise<void> {
  await page.reload()
  await expect(textOf(page)).toBeVisible()
}

test('composed words arrive whole in the middle of a paragraph', async () => {
  const { page } = app
  await textOf(page).click()
  await page.keyboard.type('Trước  sau')
  for (const _letter of ' sau') await page.keyboard.press('ArrowLeft')
  await compose(page)
  await expect(textOf(page)).toHaveText(`Trước ${written} sau`)
  await reloaded(page)
  await expect(textOf(page)).toHaveText(`Trước ${written} sau`)
})

test('composed words replace a selection, and undo takes them away', async () => {
  const { page } = app
  await textOf(page).click()
  await page.keyboard.type('Trước đây')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await compose(page)
  await expect(textOf(page)).toHaveText(`Trước ${written}`)
  for (let step = 0; step < 4; step++) await page.keyboard.press('Control+z')
  await expect(textOf(page)).not.toContainText('tiếng')
})

test('composed words arrive whole in a note', async () => {
  const { page } = app
  await textOf(page).click()
  await page.keyboard.type('Thu ngân sách')
  await page.keyboard.press('Control+Alt+f')
  const note = page.getByRole('textbox', { name: /^Nội dung chú thích/ })
  await expect(note).toBeFocused()
  await compose(page)
  await expect(note).toHaveText(written)
  await reloaded(page)
  await expect(note).toHaveText(written)
})

test('composed words arrive whole in a chosen cell of the grid, over what it held', async () => {
  const { page } = app
  await textOf(page).click()
  await page.getByRole('button', { name: 'Chèn bảng chỉ tiêu' }).click()
  await page.getByRole('gridcell').first().click()
  await page.keyboard.type('cũ')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  await compose(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('gridcell').first()).toHaveText(written)
  await reloaded(page)
  await expect(page.getByRole('gridcell').first()).toContainText(written)
  await expect(page.getByRole('gridcell').first()).not.toContainText('cũ')
})
