import { createRequire } from 'node:module'
import { expect, test, type Page } from '@playwright/test'
import { launchApp } from '../support/launch-app'
import { openImport, openSample, textOf, type OpenWindow } from '../support/report-window'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

interface Violation {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[]
}

/** What axe finds serious or critical in the page as it stands. */
async function violations(page: Page): Promise<string[]> {
  const source = await import('node:fs/promises').then(fs => fs.readFile(axe, 'utf8'))
  // Through the debugger, as a script element would be refused by the page's own policy.
  await page.evaluate(source)
  const found = await page.evaluate(async () => {
    const result = await (
      window as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }
    ).axe.run()
    return result.violations
  })
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`))
}

const states: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['the report as it opens', async () => undefined],
  ['a chosen cell of the indicator grid', page => page.getByRole('gridcell').nth(3).click()],
  [
    'the find bar',
    async page => {
      await textOf(page).focus()
      await page.keyboard.press('Control+h')
      await page.getByRole('textbox', { name: 'Tìm', exact: true }).fill('thành phố')
      await expect(page.getByText(/^\d+ \/ \d+$/).first()).toBeVisible()
    },
  ],
  [
    'the fields form',
    async page => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Thông tin văn bản' }).first().click()
    },
  ],
  [
    'the export dialog',
    async page => {
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+e')
    },
  ],
  [
    'the list of keys',
    async page => {
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+/')
    },
  ],
  [
    'closed panels',
    async page => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Đóng bố cục' }).click()
      await page.getByRole('button', { name: 'Đóng phần chú thích' }).click()
    },
  ],
]

test.describe('no serious or critical violation', () => {
  for (const appearance of ['light', 'dark'] as const)
    test(`in any state of a report, ${appearance}`, async () => {
      const app: OpenWindow = await openSample()
      await app.page.emulateMedia({ colorScheme: appearance, reducedMotion: 'reduce' })
      for (const [name, reach] of states) {
        await reach(app.page)
        expect(await violations(app.page), name).toEqual([])
      }
      await app.close()
    })

  test('on the start screen', async () => {
    const app = await launchApp()
    await app.window.getByRole('button', { name: 'Báo cáo mới' }).waitFor()
    expect(await violations(app.window)).toEqual([])
    await app.close()
  })

  test('in the import preview', async () => {
    const app = await openImport()
    expect(await violations(app.page)).toEqual([])
    await app.close()
  })
})
