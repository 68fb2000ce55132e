import { expect, test } from '@playwright/test'
import { XmlFragment, XmlText } from 'yjs'
import { indicatorsOf, notesOf, rowsOf, textOf as sharedText } from '../../shared/sync/report-doc'
import { compose, composed } from '../support/compose'
import { joinWindow, type PortColleague } from '../support/port-colleague'
import { openNewReport, textOf, type OpenWindow } from '../support/report-window'

// Words are composed letter by letter while a colleague types into the very same sentence.

let app: OpenWindow

test.beforeEach(async () => {
  app = await openNewReport()
})
test.afterEach(async () => {
  expect(app.consoleErrors).toEqual([])
  await app.close()
})

/** The first words of a fragment. */
function wordsIn(fragment: XmlFragment | undefined): XmlText {
  let at: unknown = fragment
  while (at instanceof XmlFragment) at = at.get(0)
  if (!(at instanceof XmlText)) throw new Error('No words')
  return at
}

/** Types before, behind and right at the caret by turns. */
function typist(colleague: PortColleague, words: (colleague: PortColleague) => XmlText, caret: number) {
  let keys = 0
  const typeOne = () => {
    const text = words(colleague)
    const place = [0, text.length, caret + Math.ceil(keys / 3)][keys % 3] ?? 0
    keys++
    return colleague.change(() => text.insert(place, 'x'))
  }
  return { typeOne, typed: () => keys }
}

async function caretBefore(keys: number): Promise<void> {
  for (let key = 0; key < keys; key++) await app.page.keyboard.press('ArrowLeft')
}

test('words come whole into a paragraph in which a colleague types', async () => {
  const { page } = app
  await textOf(page).click()
  await page.keyboard.type('Trước  sau')
  const colleague = await joinWindow(page)
  await textOf(page).click()
  await page.keyboard.press('End')
  await caretBefore(4)
  const { typeOne, typed } = typist(colleague, each => wordsIn(sharedText(each.body)), 6)
  await compose(page, typeOne)
  await expect(textOf(page)).toHaveText(/^x+Trước .*sau.*x+$/)
  for (const word of composed.split(' ')) await expect(textOf(page)).toContainText(word)
  await expect.poll(async () => (await textOf(page).innerText()).split('x').length - 1).toBe(typed())
  await colleague.catchUp()
  await expect(textOf(page)).toHaveText(wordsIn(sharedText(colleague.body)).toJSON())
})

test('words come whole into a note in which a colleague types', async () => {
  const { page } = app
  await textOf(page).click()
  await page.keyboard.type('Thu ngân sách')
  await page.keyboard.press('Control+Alt+f')
  const note = page.getByRole('textbox', { name: /^Nội dung chú thích/ })
  await expect(note).toBeFocused()
  await page.keyboard.type('Nguồn  nào')
  const colleague = await joinWindow(page)
  await note.click()
  await page.keyboard.press('End')
  await caretBefore(4)
  const noteWords = (each: PortColleague) => wordsIn([...notesOf(each.body).values()][0])
  const { typeOne, typed } = typist(colleague, noteWords, 6)
  await compose(page, typeOne)
  for (const word of composed.split(' ')) await expect(note).toContainText(word)
  await expect.poll(async () => (await note.innerText()).split('x').length - 1).toBe(typed())
  await colleague.catchUp()
  await expect(note).toHaveText(noteWords(colleague).toJSON())
})

test('words come whole into a cell of the grid whose row a colleague fills in', async () => {
  const { page } = app
  await textOf(page).click()
  await page.getByRole('button', { name: 'Chèn bảng chỉ tiêu' }).click()
  const colleague = await joinWindow(page)
  await page.getByRole('gridcell').first().click()
  let key = 0
  await compose(page, () =>
    colleague.change(body => {
      const [table] = [...indicatorsOf(body).values()]
      const row = table && [...rowsOf(table).values()][0]
      row?.set('unit', `tỷ ${++key}`)
    }),
  )
  await page.keyboard.press('Tab')
  await expect(page.getByRole('gridcell').first()).toHaveText(composed)
  await expect(page.getByRole('gridcell').nth(1)).toContainText(`tỷ ${key}`)
})
