import { expect, test, type Page } from '@playwright/test'
import { readReportFile } from '../../electron/host/store/report-file'
import { blocksOf } from '../../shared/report/nodes'
import { heading, paragraph, report, sheet, text } from '../support/build-report'
import {
  caretOf,
  comeBack,
  connectionOf,
  expectSame,
  goBehind,
  joinByInvitation,
  type MemberProgram,
} from '../support/committee-program'
import { networkTo, type Network } from '../support/network-between'
import { textOf } from '../support/report-window'
import { serveReport, type ServedReport } from '../support/served-report'

// Two programs and a host without a window, as on three computers; a network that can be cut leads to one of them.

const lan = 'Trần Thị Lan'
const minh = 'Phạm Minh'

let host: ServedReport
let network: Network
let lans: MemberProgram
let minhs: MemberProgram
const ends: (() => Promise<void>)[] = []

test.beforeAll(async () => {
  host = await serveReport(
    report({
      text: text(
        sheet(
          heading('roman', 'KINH TẾ', 'economy'),
          paragraph('Thu ngân sách'),
          paragraph('Chi thường xuyên'),
        ),
        sheet(
          heading('roman', 'HẠ TẦNG', 'roads'),
          paragraph('Đường sá'),
          paragraph('Nước sạch đến ba xã trong năm.'),
        ),
        sheet(heading('roman', 'XÃ HỘI', 'society'), paragraph('Trường học'), paragraph('Trạm y tế')),
      ),
    }),
  )
  ends.push(host.remove)
  network = await networkTo(host.port)
  ends.push(network.close)
  lans = await joinByInvitation(await host.invite(lan, 'secretary'))
  ends.push(() => lans.close())
  minhs = await joinByInvitation(await host.invite(minh, 'drafter', network.port))
  ends.push(() => minhs.close())
})
test.afterEach(() => {
  for (const { consoleErrors } of [lans, minhs]) expect(consoleErrors).toEqual([])
})
test.afterAll(async () => {
  for (const end of ends.reverse()) await end()
})

test('what one types appears on the other side, with a caret that bears the name', async () => {
  await goBehind(lans.page, 'Thu ngân sách')
  await lans.page.keyboard.type(' tăng 12%.')
  await expect(textOf(minhs.page)).toContainText('Thu ngân sách tăng 12%.')
  await expect(caretOf(minhs.page, lan)).toBeVisible()
  await goBehind(minhs.page, 'Trường học')
  await minhs.page.keyboard.type(' xây mới ba phòng.')
  await expect(textOf(lans.page)).toContainText('Trường học xây mới ba phòng.')
  await expect(caretOf(lans.page, minh)).toBeVisible()
})

test('what both write while the network is cut is there when they meet again', async () => {
  network.cut()
  await expect(connectionOf(minhs.page)).toHaveText('Mất mạng, sửa đổi được giữ trên máy')
  await goBehind(minhs.page, 'Chi thường xuyên')
  await minhs.page.keyboard.type(' của Minh,')
  await minhs.page.keyboard.press('Enter')
  await minhs.page.keyboard.type('một đoạn viết khi mất mạng.')
  await goBehind(lans.page, 'Chi thường xuyên')
  await lans.page.keyboard.press('Home')
  await lans.page.keyboard.type('Của Lan: ')
  await expect(textOf(lans.page)).not.toContainText('của Minh')
  network.mend()
  await expectSame(
    lans.page,
    minhs.page,
    'Của Lan: Chi thường xuyên của Minh,',
    'một đoạn viết khi mất mạng.',
  )
  await expect(caretOf(lans.page, minh)).toBeVisible()
  await expect(caretOf(minhs.page, lan)).toBeVisible()
})

test('a host that is killed while both type, and starts again, has lost nothing', async () => {
  const typed = (name: string) => Array.from({ length: 40 }, (_, word) => `${name}${word}`).join(' ')
  await goBehind(lans.page, 'Trường học')
  await goBehind(minhs.page, 'Trạm y tế')
  const typing = [lans, minhs].map(({ page }, who) =>
    page.keyboard.type(` ${typed(who === 0 ? 'l' : 'm')}`, { delay: 25 }),
  )
  await expect(textOf(lans.page)).toContainText('m5 ')
  await host.kill()
  await expect(connectionOf(lans.page)).toHaveText(/^Mất mạng/)
  await host.start()
  await Promise.all(typing)
  await expectSame(lans.page, minhs.page, typed('l'), typed('m'))
  const kept = () => blocksOf(readReportFile(host.file).text).map(block => block.textContent)
  await expect.poll(kept).toContainEqual(expect.stringContaining(typed('m')))
  expect(kept()).toContainEqual(expect.stringContaining(typed('l')))
})

test('words that were typed into a paragraph which somebody deleted meanwhile are in the tray of both', async () => {
  network.cut()
  await expect(connectionOf(minhs.page)).toHaveText(/^Mất mạng/)
  await goBehind(minhs.page, 'Đường sá')
  await minhs.page.keyboard.type(' được rải nhựa thêm bốn cây số.')
  await goBehind(lans.page, 'Đường sá')
  await lans.page.keyboard.press('Shift+Home')
  await lans.page.keyboard.press('Delete')
  await lans.page.keyboard.press('Delete')
  await expect(textOf(lans.page)).not.toContainText('Đường sá')
  network.mend()
  for (const { page } of [lans, minhs]) {
    await showTray(page)
    const entry = page.getByRole('article', { name: 'Chỗ đang viết đã bị xóa' })
    await expect(entry).toContainText('được rải nhựa thêm bốn cây số.')
  }
  await expectSame(lans.page, minhs.page)
})

test('what was written without a network outlives the program that is killed, and is sent when it comes back', async () => {
  network.cut()
  await expect(connectionOf(minhs.page)).toHaveText(/^Mất mạng/)
  await goBehind(minhs.page, 'Nước sạch')
  await minhs.page.keyboard.type(' Câu viết trước khi mất điện.')
  await expect.poll(() => readReportFile(minhs.file).text.textContent).toContain('trước khi mất điện.')
  await minhs.kill()
  minhs = await comeBack(minhs)
  await expect(textOf(minhs.page)).toContainText('Câu viết trước khi mất điện.')
  await goBehind(minhs.page, 'Nước sạch')
  await minhs.page.keyboard.type(' Câu viết sau khi mở lại.')
  network.mend()
  await expectSame(lans.page, minhs.page, 'Câu viết trước khi mất điện. Câu viết sau khi mở lại.')
})

test('whoever comes back is shown both wordings of a sentence that both changed, and decides', async () => {
  network.cut()
  await expect(connectionOf(minhs.page)).toHaveText(/^Mất mạng/)
  await replaceWord(minhs.page, 'Nước sạch', 'ba', 'tám')
  await replaceWord(lans.page, 'Nước sạch', 'ba', 'chín')
  network.mend()
  const sentences = minhs.page.getByRole('article', { name: 'Hai người cùng sửa một câu' })
  const entry = sentences.filter({ hasText: 'Nước sạch' })
  await showTray(minhs.page)
  await expect(entry).toContainText('tám')
  await expect(entry).toContainText('chín')
  await entry.getByRole('button', { name: 'Giữ bản của tôi' }).click()
  await expectSame(lans.page, minhs.page, 'Nước sạch đến tám xã trong năm.')
  await expect(entry).toHaveCount(0)
})

/** The tray, whether its panel is open or a strip. */
const showTray = (page: Page): Promise<void> =>
  page
    .getByRole('tab', { name: /^Chưa nhập \d/u })
    .or(page.getByRole('button', { name: /^Mở phần chưa nhập: /u }))
    .click({ timeout: 30_000 })

/** Chooses a word of a paragraph with the keys and writes another over it. */
async function replaceWord(page: Page, start: string, word: string, other: string): Promise<void> {
  await goBehind(page, start)
  const words = await textOf(page).getByRole('paragraph').filter({ hasText: start }).innerText()
  const behind = words.length - words.indexOf(word) - word.length
  for (let letter = 0; letter < behind; letter++) await page.keyboard.press('ArrowLeft')
  for (const _letter of word) await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.type(other)
}

async function lockSection(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Chia sẻ', exact: true }).click()
  await page.getByRole('button', { name: 'Phân công' }).click()
  const form = page.getByRole('form', { name: 'Giao mục' })
  await form.getByRole('combobox', { name: 'Mục' }).selectOption({ label: title })
  await form.getByRole('button', { name: 'Khóa mục' }).click()
  await expect(page.getByRole('list', { name: 'Mục đã khóa' })).toContainText(title)
  await page.getByRole('button', { name: 'Đóng', exact: true }).last().click()
}

test('what was written in a section that was locked meanwhile is in the tray, and the report as the others have it', async () => {
  network.cut()
  await expect(connectionOf(minhs.page)).toHaveText(/^Mất mạng/)
  await goBehind(minhs.page, 'Trạm y tế')
  await minhs.page.keyboard.type(' câu viết vào mục đã khóa.')
  await goBehind(minhs.page, 'Thu ngân sách')
  await minhs.page.keyboard.type(' Câu ở mục còn mở.')
  await lockSection(lans.page, 'III- XÃ HỘI')
  network.mend()
  await expect(textOf(minhs.page)).not.toContainText('câu viết vào mục đã khóa', { timeout: 30_000 })
  await expect(connectionOf(minhs.page)).toHaveText('Đã kết nối máy chủ tổ biên tập', { timeout: 30_000 })
  await showTray(minhs.page)
  const entries = minhs.page.getByRole('article')
  await expect(entries.filter({ hasText: 'câu viết vào mục đã khóa.' })).toBeVisible()
  await test.step('what was written elsewhere came back with it, and is put into the report again', async () => {
    const open = entries.filter({ hasText: 'Câu ở mục còn mở.' })
    await open.getByRole('button', { name: /^Đưa lại vào văn bản/ }).click()
    await expectSame(lans.page, minhs.page, 'Câu ở mục còn mở.')
    await expect(open).toHaveCount(0)
  })
})

test('a member whom the secretary revokes is out at once', async () => {
  await lans.page.getByRole('button', { name: 'Chia sẻ', exact: true }).click()
  await lans.page.getByRole('button', { name: `Ngừng tham gia: ${minh}` }).click()
  const question = lans.page.getByRole('dialog', { name: `Ngừng tham gia đối với ${minh}?` })
  const out = expect(connectionOf(minhs.page)).toHaveText('Không còn trong tổ biên tập')
  await question.getByRole('button', { name: 'Ngừng tham gia', exact: true }).click()
  const asked = Date.now()
  await out
  test.info().annotations.push({ type: 'revoked', description: `out after ${Date.now() - asked} ms` })
  await lans.page.getByRole('button', { name: 'Đóng', exact: true }).last().click()
  await goBehind(lans.page, 'Chi thường xuyên')
  await lans.page.keyboard.type(' Câu sau khi Minh ra.')
  await expect(textOf(lans.page)).toContainText('Câu sau khi Minh ra.')
  await expect(caretOf(lans.page, minh)).toHaveCount(0)
  await expect(textOf(minhs.page)).not.toContainText('Câu sau khi Minh ra.')
})
