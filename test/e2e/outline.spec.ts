import { expect, test } from '@playwright/test'
import { openNewReport, textOf, type OpenWindow } from '../support/report-window'

let app: OpenWindow

test.beforeEach(async () => {
  app = await openNewReport()
})
test.afterEach(async () => {
  expect(app.consoleErrors).toEqual([])
  await app.close()
})

test('sections are added from the outline, and their titles typed at once', async () => {
  const { page } = app
  const sections = page.getByRole('treeitem')
  await textOf(page).click()
  await page.keyboard.type('Một')
  await page.keyboard.press('Control+Alt+1')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Lời dẫn của phần một.')
  await test.step('with the button, behind the section at the caret', async () => {
    await page.getByRole('button', { name: 'Thêm mục', exact: true }).click()
    await page.keyboard.type('Hai')
    await expect(sections).toHaveText([/Một/, /Hai/])
  })
  await test.step('with the keys, inside and behind the chosen section', async () => {
    await page.getByRole('tree', { name: 'Bố cục' }).focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Control+Shift+Enter')
    await page.keyboard.type('Mục con')
    await expect(sections).toHaveText([/Một/, /Mục con/, /Hai/])
    await page.getByRole('tree', { name: 'Bố cục' }).focus()
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('Mục bên')
    await expect(page.getByRole('treeitem', { level: 2 })).toHaveText([/Mục con/, /Mục bên/])
  })
  await expect(textOf(page)).toContainText('Lời dẫn của phần một.')
})
