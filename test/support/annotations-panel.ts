import { expect, type Locator, type Page } from '@playwright/test'
import { textOf } from './report-window'

export const composer = (page: Page): Locator => page.getByRole('textbox', { name: 'Ý kiến', exact: true })
export const cards = (page: Page): Locator =>
  page.getByRole('group', { name: 'Các ý kiến' }).getByRole('article')

/** The threads, whether their panel is open or a strip. */
export const showAnnotations = (page: Page): Promise<void> =>
  page
    .getByRole('button', { name: /^Mở phần ý kiến/u })
    .or(page.getByRole('tab', { name: /^Ý kiến/u }))
    .click()

/** Begins a remark about words of a paragraph, by keys alone once the paragraph has the caret; it is not sent. */
export async function annotate(page: Page, words: string, remark: string): Promise<void> {
  await select(page, words)
  await page.keyboard.press('Control+Alt+m')
  await expect(composer(page)).toBeFocused()
  await page.keyboard.type(remark)
}

export async function select(page: Page, words: string): Promise<void> {
  const block = textOf(page).getByRole('paragraph').filter({ hasText: words })
  await block.click()
  await page.keyboard.press('Home')
  const text = await block.innerText()
  for (let step = 0; step < text.indexOf(words); step++) await page.keyboard.press('ArrowRight')
  for (const _letter of words) await page.keyboard.press('Shift+ArrowRight')
}
