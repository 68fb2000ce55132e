import { expect, type Locator, type Page } from '@playwright/test'
import { textOf } from './report-window'

/** Goes to words of the text as a person without a mouse does: by the find bar. */
export async function goByKeys(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+f')
  const field = page.getByRole('textbox', { name: 'Tìm', exact: true })
  await expect(field).toBeFocused()
  await field.press('Control+a')
  await page.keyboard.type(words)
  await expect(page.getByText(/^[1-9]\d* \/ \d+$/).first()).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(textOf(page)).toBeFocused()
}

/** Tabs on until this has the focus. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate(one => one === document.activeElement).catch(() => false)) return
  }
  throw new Error(`Tab does not lead to ${String(wanted)}`)
}

/** Tabs to it and presses a key there. */
export async function pressAt(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press(key)
}
