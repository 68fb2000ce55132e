import { expect, type Locator, type Page } from '@playwright/test'
import { goByKeys } from './by-keys'

export const composer = (page: Page): Locator => page.getByRole('textbox', { name: 'Ý kiến', exact: true })
export const cards = (page: Page): Locator =>
  page.getByRole('group', { name: 'Các ý kiến' }).getByRole('article')

/** The threads, whether their panel is open or a strip. */
export const showAnnotations = (page: Page): Promise<void> =>
  page
    .getByRole('button', { name: /^Mở phần ý kiến/u })
    .or(page.getByRole('tab', { name: /^Ý kiến/u }))
    .click()

/** Begins a remark about words of the text, by keys alone; it is not sent. */
export async function annotate(page: Page, words: string, remark: string): Promise<void> {
  await goByKeys(page, words)
  await page.keyboard.press('Control+Alt+m')
  await expect(composer(page)).toBeFocused()
  await page.keyboard.type(remark)
}
