import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { makeDocx, paragraph } from '../support/make-docx'
import { launchApp, type RunningApp } from '../support/launch-app'
import { openImport, openSample, textOf, type OpenWindow } from '../support/report-window'
import { violations } from '../support/violations'

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

  test('while a file is read, and when it cannot be', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'axe-'))
    const long = join(folder, 'dài.docx')
    const broken = join(folder, 'hỏng.docx')
    await writeFile(long, await makeDocx({ body: paragraph('Một câu của bản thảo.').repeat(60_000) }))
    await writeFile(broken, 'không phải tệp Word')
    const reading = await launchApp({ files: [long], env: { HOME: folder } })
    await reading.window.getByRole('progressbar').waitFor()
    await expectNoneInEither(reading.window, 'reading')
    await reading.kill()
    const refused = await launchApp({ files: [broken], env: { HOME: folder } })
    await refused.window.getByText('Không đọc được tệp này').first().waitFor()
    await expectNoneInEither(refused.window, 'refused')
    await refused.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  test('in the dialogs of links, of an export and of the print preview', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'axe-'))
    const app = await openSample()
    const { page } = app
    await page.getByRole('treeitem').nth(3).click()
    await page.keyboard.press('Shift+End')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Liên kết' }).waitFor()
    await expectNoneInEither(page, 'link')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+p')
    await page.getByRole('img', { name: /^Trang 1 / }).waitFor({ timeout: 30_000 })
    await expectNoneInEither(page, 'preview')
    await page.keyboard.press('Escape')
    const answer = await holdSaveDialog(app, join(folder, 'Báo cáo.docx'))
    await page.keyboard.press('Control+e')
    await page.getByRole('checkbox', { name: /^PDF/ }).uncheck()
    await page.getByRole('button', { name: 'Chọn chỗ lưu và xuất' }).click()
    await page.getByRole('progressbar').waitFor()
    await expectNoneInEither(page, 'exporting')
    await answer()
    await page.getByText('Đã xuất xong').first().waitFor()
    await expectNoneInEither(page, 'exported')
    await app.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  })
})

async function expectNoneInEither(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await violations(page), `${state}, ${colorScheme}`).toEqual([])
  }
}

/** The system asks where to save and waits; the returned function answers in the person's place. */
async function holdSaveDialog({ app }: RunningApp, path: string): Promise<() => Promise<void>> {
  await app.evaluate(({ dialog }, filePath) => {
    const held = globalThis as { answerSaveDialog?: () => void }
    dialog.showSaveDialog = () =>
      new Promise(resolve => (held.answerSaveDialog = () => resolve({ canceled: false, filePath })))
  }, path)
  return () => app.evaluate(() => (globalThis as { answerSaveDialog?: () => void }).answerSaveDialog?.())
}
