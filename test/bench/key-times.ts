import type { Page } from '@playwright/test'

declare global {
  interface Window {
    keyTimes: number[]
  }
}

/** Records, for every key, the time from its event to the first moment after the frame that shows it. */
export const recordKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.keyTimes = []
    const { port1, port2 } = new MessageChannel()
    const starts: number[] = []
    port1.onmessage = () => {
      for (const start of starts.splice(0)) window.keyTimes.push(performance.now() - start)
    }
    window.addEventListener(
      'keydown',
      event => {
        // A message posted from the frame's callback arrives after its layout and paint.
        requestAnimationFrame(() => {
          starts.push(event.timeStamp)
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })

/** Sets the caret behind the words of a paragraph in the middle of the text. */
export async function setCaretInMiddle(page: Page): Promise<void> {
  const paragraphs = page.locator('.ProseMirror p').filter({ hasText: /\S{2}.{200}/ })
  const middle = paragraphs.nth((await paragraphs.count()) >> 1)
  await middle.scrollIntoViewIfNeeded()
  await middle.click({ position: { x: 60, y: 12 } })
}

/** Types keys at the pace of a fast typist. */
export async function typeKeys(page: Page, count: number): Promise<void> {
  for (let key = 0; key < count; key++) {
    await page.keyboard.press('a')
    await page.waitForTimeout(60)
  }
}

export const readKeyTimes = (page: Page): Promise<number[]> => page.evaluate(() => window.keyTimes)

/** Throws unless the keys came into the text where the caret is: a key that does nothing is quick. */
export async function expectTyped(page: Page): Promise<void> {
  const words = await page.evaluate(() => getSelection()?.anchorNode?.textContent ?? '')
  if (!words.includes('a'.repeat(20))) throw new Error(`Keys were lost: "${words.slice(0, 80)}"`)
}

/** Types into both pages by turns, so that a busy moment of the machine meets both; `readKeyTimes` tells how it went. */
export async function typeByTurns(
  pages: readonly [Page, Page],
  { rounds, keysInRound }: { readonly rounds: number; readonly keysInRound: number },
): Promise<void> {
  for (const page of pages) {
    await setCaretInMiddle(page)
    await typeKeys(page, 10)
    await recordKeys(page)
  }
  for (let round = 0; round < rounds; round++)
    for (const page of round % 2 === 0 ? pages : [...pages].reverse()) {
      await page.bringToFront()
      await typeKeys(page, keysInRound)
    }
  for (const page of pages) await expectTyped(page)
}
