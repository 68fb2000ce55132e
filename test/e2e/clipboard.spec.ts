import { expect, test } from '@playwright/test'
import { openNewReport, textOf, type OpenWindow } from '../support/report-window'

// What the page's policy lets a page read of foreign styles is only known in the real window.

let app: OpenWindow

test.beforeEach(async () => {
  app = await openNewReport()
  await textOf(app.page).click()
})
test.afterEach(() => app.close())

test('words of another program keep what its styles say: bold, italic, their place in the line, a list', async () => {
  await textOf(app.page).evaluate((text, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, foreign)
  const paragraphs = textOf(app.page).getByRole('paragraph')
  await expect(paragraphs).toHaveText(['Đậm, nghiêng', 'Ở giữa', 'Một ý'])
  await expect(paragraphs.first().getByRole('strong')).toHaveText('Đậm')
  await expect(paragraphs.first().getByRole('emphasis')).toHaveText('nghiêng')
  await expect(paragraphs.nth(1)).toHaveCSS('text-align', 'center')
  expect(app.consoleErrors).toEqual([])
})

/** As Word and Google Docs write it. */
const foreign = `<html><head><meta charset="utf-8"></head><body>
  <p><span style="font-weight:700">Đậm</span>, <span style="font-style:italic">nghiêng</span></p>
  <p class="MsoNormal" style="text-align:center">Ở giữa</p>
  <p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>-</span>Một ý</p></body></html>`

test('a copied note is a footnote to Word', async () => {
  const { page } = app
  await page.keyboard.type('Thu 12%')
  await page.keyboard.press('Control+Alt+f')
  await page.keyboard.type('Nguồn')
  await page.keyboard.press('Escape')
  const copied = page.evaluate(
    () =>
      new Promise<string>(resolve =>
        document.addEventListener('copy', event => resolve(event.clipboardData?.getData('text/html') ?? '')),
      ),
  )
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  const html = await copied
  expect(html).toMatch(/<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1">\[1\]<\/a>/)
  expect(html).toMatch(/<div id="ftn1" style="mso-element:footnote"><p.*"#_ftnref1".*Nguồn<\/p>/)
})
