import { expect, test, type Page } from '@playwright/test'
import { openSample, textOf } from '../support/report-window'

declare global {
  interface Window {
    commits: number
  }
}

/** Counts how often React draws anything, from the next load of the page. */
async function countCommits(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.commits = 0
    const ignore = () => undefined
    const onCommitFiberRoot = () => {
      window.commits++
    }
    // What React's developer tools put there: react-dom tells it of every commit, in production too.
    Object.assign(window, {
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberRoot,
        onCommitFiberUnmount: ignore,
        onPostCommitFiberRoot: ignore,
        checkDCE: ignore,
      },
    })
  })
  await page.reload()
  await expect(textOf(page)).toBeVisible()
}

test('typing within a paragraph draws no panel', async () => {
  const app = await openSample()
  const { page } = app
  await countCommits(page)
  const paragraph = textOf(page)
    .locator('p')
    .filter({ hasText: /.{200}/ })
    .first()
  await paragraph.click({ position: { x: 60, y: 12 } })
  // The first letters change what can be undone, and the store's first word comes.
  await page.keyboard.type('abc', { delay: 60 })
  await page.waitForTimeout(2500)
  await page.evaluate(() => (window.commits = 0))
  await page.keyboard.type('a'.repeat(50), { delay: 60 })
  const commits = await page.evaluate(() => window.commits)
  await expect(paragraph).toContainText('a'.repeat(50))
  expect(commits).toBeLessThanOrEqual(1)
  // The hook counts: a panel that does change is drawn.
  await page.waitForTimeout(2500)
  expect(await page.evaluate(() => window.commits)).toBeGreaterThan(0)
  await app.close()
})
