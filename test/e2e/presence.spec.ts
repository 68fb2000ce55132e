import { expect, test, type Page } from '@playwright/test'
import { admitColleagues, joinAsColleague, type Colleague } from '../support/colleague'
import { openNewReport, openSample, textOf, type OpenWindow } from '../support/report-window'

const ha = { id: 'ha', name: 'Trần Thị Hà' }
const tuan = { id: 'tuan', name: 'Phạm Minh Tuấn' }

let app: OpenWindow
const here: Colleague[] = []
test.afterEach(async () => {
  for (const colleague of here.splice(0)) await colleague.leave()
  expect(app.consoleErrors).toEqual([])
  await app.close()
})

async function openWith(paragraphs: readonly string[]): Promise<Page> {
  app = await openNewReport()
  await admitColleagues(app.page)
  await expect(textOf(app.page)).toBeVisible()
  await textOf(app.page).click()
  for (const [index, words] of paragraphs.entries()) {
    if (index > 0) await app.page.keyboard.press('Enter')
    await app.page.keyboard.type(words)
  }
  return app.page
}

const join = async (page: Page, who: { id: string; name: string }): Promise<Colleague> => {
  const colleague = await joinAsColleague(page, who)
  here.push(colleague)
  return colleague
}

const caretOf = (page: Page, { name }: { name: string }) => page.locator(`[data-colleague="${name}"]`)

/** The words before a colleague's caret in its paragraph; at one look, for with each move the caret is drawn anew. */
const wordsBefore = (page: Page, { name }: { name: string }): Promise<string> =>
  page.evaluate(who => {
    const caret = document.querySelector(`[data-colleague="${who}"]`)
    const block = caret?.closest('p, h1, h2, h3, h4, h5')
    if (!caret || !block) return ''
    const before = document.createRange()
    before.setStart(block, 0)
    before.setEndBefore(caret)
    return before.toString()
  }, name)

const people = (page: Page) => page.getByRole('button', { name: /người khác đang mở báo cáo/ })

test('a colleague’s caret bears the name, moves with typing on both sides, and goes with the colleague', async () => {
  const page = await openWith(['Thu ngân sách', 'Chi thường xuyên'])
  const colleague = await join(page, ha)
  colleague.goTo('Thu', 3)
  await expect(caretOf(page, ha)).toBeVisible()
  expect(await wordsBefore(page, ha)).toBe('Thu')
  await expect(people(page)).toHaveAccessibleName('1 người khác đang mở báo cáo: Trần Thị Hà')

  colleague.type('+chi')
  await expect(textOf(page)).toContainText('Thu+chi ngân sách')
  await expect.poll(() => wordsBefore(page, ha)).toBe('Thu+chi')

  // This person writes before the colleague's caret, in the same paragraph.
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Tổng ')
  await expect.poll(() => wordsBefore(page, ha)).toBe('Tổng Thu+chi')
  await expect(textOf(page).getByRole('paragraph').first()).toHaveText('Tổng Thu+chi ngân sách')

  await colleague.leave()
  await expect(caretOf(page, ha)).toHaveCount(0)
  await expect(people(page)).toHaveCount(0)
})

test('colleagues see where this person is', async () => {
  const page = await openWith(['Thu ngân sách'])
  const colleague = await join(page, ha)
  const seen = () => [...colleague.awareness.getStates().values()] as { cursor?: unknown; place?: string }[]
  const place = colleague.words('Thu').parent as unknown as { getAttribute: (name: string) => string }
  await expect.poll(() => seen()[0]?.place).toBe(place.getAttribute('id'))
  const before = JSON.stringify(seen()[0]?.cursor)
  await page.keyboard.press('Home')
  await expect.poll(() => JSON.stringify(seen()[0]?.cursor)).not.toBe(before)
})

test('words composed beside a colleague’s caret arrive whole', async () => {
  const page = await openWith(['Trước  sau'])
  const colleague = await join(page, ha)
  for (const _letter of ' sau') await page.keyboard.press('ArrowLeft')
  colleague.goTo('Trước', 6)
  await expect(caretOf(page, ha)).toBeVisible()
  const input = await page.context().newCDPSession(page)
  for (const text of ['t', 'ti', 'tiê', 'tiên', 'tiêng', 'tiếng']) {
    const end = { selectionStart: text.length, selectionEnd: text.length }
    await input.send('Input.imeSetComposition', { text, ...end })
    // The colleague moves and types in the same paragraph all the while.
    colleague.goTo('Trước', 6)
    colleague.type('!')
    colleague.goTo('Trước', 2)
    await page.waitForTimeout(150)
  }
  await input.send('Input.insertText', { text: 'tiếng' })
  await input.detach()
  const paragraph = textOf(page).getByRole('paragraph').first()
  await expect(paragraph).toHaveText(/^Trước !*tiếng!* sau$/)
  await expect(paragraph).toHaveText(/(!.*){6}/)
  await expect.poll(() => wordsBefore(page, ha)).toBe('Tr')
})

test('the window scrolls with a colleague until the person does something, and jumps to where they are', async () => {
  app = await openSample()
  const { page } = app
  await admitColleagues(page)
  await expect(textOf(page)).toBeVisible()
  const colleague = await join(page, ha)
  const starts = colleague.blocks().filter(words => words.length > 60)
  const far = starts.at(-2) ?? ''
  const near = starts[1] ?? ''
  colleague.goTo(near, 5)
  await people(page).click()
  const list = page.getByRole('dialog', { name: 'Đang mở báo cáo' })
  await expect(list).toContainText(ha.name)
  await list.getByRole('button', { name: `Cuộn theo ${ha.name}` }).click()
  await expect(page.getByText(`Đang cuộn theo ${ha.name}`)).toBeVisible()
  colleague.goTo(far, 5)
  await expect(caretOf(page, ha)).toBeInViewport()
  colleague.goTo(near, 5)
  await expect(caretOf(page, ha)).toBeInViewport()

  await page.keyboard.press('Escape')
  await expect(page.getByText(`Đang cuộn theo ${ha.name}`)).toHaveCount(0)
  colleague.goTo(far, 5)
  await expect.poll(() => wordsBefore(page, ha)).toBe(far.slice(0, 5))
  await expect(caretOf(page, ha)).not.toBeInViewport()

  await people(page).click()
  await expect(list).toContainText('CHƯƠNG TRÌNH TRỌNG TÂM')
  await list.getByRole('button', { name: `Đến chỗ này: ${ha.name}` }).click()
  await expect(caretOf(page, ha)).toBeInViewport()
  // The person's own caret has come along.
  await page.keyboard.type('Đây: ')
  const whole = textOf(page)
    .getByRole('paragraph')
    .filter({ hasText: far.slice(0, 40) })
  await expect(whole).toHaveText(`Đây: ${far}`)
})

test('a colleague who writes a note is shown beside it', async () => {
  const page = await openWith(['Thu ngân sách'])
  await page.keyboard.press('Control+Alt+f')
  await page.keyboard.type('Theo báo cáo của Sở')
  const colleague = await join(page, ha)
  const id = [...colleague.body.getMap('notes').keys()][0] ?? ''
  colleague.enter('', { kind: 'note', id })
  await expect(page.getByRole('group', { name: 'Chú thích 1' })).toContainText(`${ha.name} đang ở đây`)
})

test('colleagues stand beside their section in the outline, and in the cell they write in', async () => {
  app = await openSample()
  const { page } = app
  await admitColleagues(page)
  await expect(textOf(page)).toBeVisible()
  const [one, two] = [await join(page, ha), await join(page, tuan)]
  const heading = await textOf(page).getByRole('heading', { level: 4 }).first().innerText()
  one.goTo(heading.trim(), 1)
  const row = page.getByRole('treeitem', { name: /Đang ở mục này: Trần Thị Hà/ })
  await expect(row).toContainText(heading.trim())

  const [table, record] = [
    ...one.body.getMap<{ get: (name: string) => { keys: () => Iterable<string> } }>('indicators'),
  ][0]!
  const rowId = [...record.get('rows').keys()][0] ?? ''
  two.enter(table, { kind: 'cell', tableId: table, rowId, cell: 'name' })
  await expect(page.getByRole('gridcell').and(caretOf(page, tuan))).toHaveCount(1)
  await two.leave()
  await expect(caretOf(page, tuan)).toHaveCount(0)
})
