import type { Page } from '@playwright/test'

/** What Telex shows while each word is composed, up to the word itself. */
const telex: readonly (readonly string[])[] = [
  ['t', 'ti', 'tiê', 'tiên', 'tiêng', 'tiếng'],
  ['v', 'vi', 'viê', 'viêt', 'việt'],
  ['đ', 'đư', 'đươ', 'đươc', 'được'],
]

/** What `compose` writes. */
export const composed = 'tiếng việt được'

/**
 * The browser's own composition, as an input method (Telex, VNI) drives it: no key event carries a letter. `meanwhile`
 * happens after each letter, while the word is still open.
 */
export async function compose(
  page: Page,
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<void> {
  const input = await page.context().newCDPSession(page)
  for (const [index, word] of telex.entries()) {
    if (index > 0) await page.keyboard.press('Space')
    for (const text of word) {
      await input.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
      await meanwhile()
    }
    await input.send('Input.insertText', { text: word.at(-1) ?? '' })
  }
  await input.detach()
}
