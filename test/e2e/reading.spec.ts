import { expect, test } from '@playwright/test'
import { openSample, textOf, type OpenWindow } from '../support/report-window'

let app: OpenWindow

test.beforeEach(async () => {
  app = await openSample()
})
test.afterEach(async () => {
  expect(app.consoleErrors).toEqual([])
  await app.close()
})

test('a report opens with the caret in its first words, whatever stands before them', async () => {
  const chosen = await app.page.evaluate(() => {
    const selection = document.getSelection()
    const place = selection?.anchorNode?.parentElement
    return { collapsed: selection?.isCollapsed, block: place?.closest('h1, h2, h3, p')?.textContent }
  })
  const first = await app.page.locator('.report-text > .sheet > :is(h1, h2, h3, p)').first().textContent()
  expect(chosen).toEqual({ collapsed: true, block: first })
  await expect(app.page.locator('.paper .chosen')).toHaveCount(0)
})

test('the notes follow the paper: those of its visible part stand at the top of their pane', async () => {
  const { page } = app
  const inView = page.locator('.note.in-view .mark-back')
  await page.mouse.move(700, 400)
  await page.locator('.paper-scroll').evaluate(frame => frame.scrollTo(0, 2600))
  await expect(inView.first()).toBeVisible()
  const marks = () =>
    page.locator('.report-text sup[data-note]').evaluateAll(all => {
      const frame = document.querySelector('.paper-scroll')!.getBoundingClientRect()
      return all
        .filter(mark => {
          const box = mark.getBoundingClientRect()
          return box.bottom > frame.top && box.top < frame.bottom
        })
        .map(mark => mark.getAttribute('data-number'))
    })
  await expect
    .poll(async () => {
      const pane = await page.locator('.note-list').boundingBox()
      const first = await inView.first().boundingBox()
      return pane && first && first.y - pane.y < 8
        ? (await inView.first().innerText()).replace(/[()]/g, '')
        : ''
    })
    .toBe((await marks())[0]?.replace(/[()]/g, ''))
  await expect(page.getByText(`${(await marks()).length} /`)).toBeVisible()
})

test('a note that is being written stays where it is while the paper is scrolled', async () => {
  const { page } = app
  await page.locator('.note .body').first().click()
  const before = await page.locator('.note').first().boundingBox()
  const inView = page.getByText(/trong khung nhìn/)
  const seen = await inView.innerText()
  await page.locator('.paper-scroll').evaluate(frame => frame.scrollTo(0, 2600))
  await expect(inView).not.toHaveText(seen)
  expect(await page.locator('.note').first().boundingBox()).toEqual(before)
})

test('whether the words are saved is said once, above; below where the window is narrow', async () => {
  const { page } = app
  await expect(page.getByText(/^Đã lưu lúc/).filter({ visible: true })).toHaveCount(1)
  await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(880, 700))
  await expect(page.locator('.status-bar').getByText(/^Đã lưu lúc/)).toBeVisible()
  await expect(page.getByText(/^Đã lưu lúc/).filter({ visible: true })).toHaveCount(1)
})

test('the caret is where it was after a dialog in which one has typed', async () => {
  const { page } = app
  await page.getByRole('treeitem').nth(4).click()
  await page.locator('.tool-bar').getByRole('button', { name: 'Thông tin văn bản' }).click()
  await page.getByRole('textbox', { name: 'Số và ký hiệu' }).fill('12')
  await page.keyboard.press('Escape')
  await expect(textOf(page)).toBeFocused()
  await page.keyboard.type('x')
  await expect(page.getByRole('treeitem').nth(4)).toContainText('xCông nghiệp')
})

test('the panels beside the paper fold before it would be pushed out of the window', async () => {
  const { page } = app
  const resize = (width: number) =>
    app.app.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to, 800),
      width,
    )
  const beside = (width: number) =>
    page
      .locator('.paper-scroll')
      .evaluate((frame, to) => innerWidth === to && frame.scrollWidth - frame.clientWidth, width)
  for (const width of [1440, 1430, 1160, 1150, 920]) {
    await resize(width)
    await expect.poll(() => beside(width)).toBe(0)
  }
  await expect(page.getByRole('tree', { name: 'Bố cục' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Mở bố cục' }).click()
  await expect(page.getByRole('tree', { name: 'Bố cục' })).toBeVisible()
})
