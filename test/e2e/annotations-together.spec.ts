import { expect, test, type Page } from '@playwright/test'
import { heading, paragraph, report, sheet, text } from '../support/build-report'
import { connectionOf, joinByInvitation, type MemberProgram } from '../support/committee-program'
import { networkTo, type Network } from '../support/network-between'
import { textOf } from '../support/report-window'
import { composer, cards, annotate, showAnnotations } from '../support/annotations-panel'
import { serveReport } from '../support/served-report'

// Three programs and a host without a window; the network to one of them can be cut.

test.describe.configure({ mode: 'serial' })

const lan = 'Trần Thị Lan'
const minh = 'Phạm Minh'

let network: Network
let lans: MemberProgram
let minhs: MemberProgram
let readers: MemberProgram
const ends: (() => Promise<void>)[] = []

test.beforeAll(async () => {
  const host = await serveReport(
    report({
      text: text(
        sheet(
          heading('roman', 'Kinh tế', 'economy'),
          paragraph('Thu ngân sách tăng mười phần trăm.'),
          paragraph('Chi thường xuyên giảm.'),
        ),
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
  readers = await joinByInvitation(await host.invite('Vũ Thu', 'reader'))
  ends.push(() => readers.close())
})
test.afterAll(async () => {
  for (const end of ends.reverse()) await end()
})

const thread = (page: Page, words: string) => cards(page).filter({ hasText: words })

test('whom a remark names sees that it waits for them, and answers', async () => {
  await annotate(lans.page, 'mười phần trăm', 'Nhờ @ph')
  await expect(lans.page.getByRole('option', { name: /^Phạm Minh/u })).toBeVisible()
  await lans.page.keyboard.press('Enter')
  await lans.page.keyboard.type('kiểm tra số này.')
  await expect(composer(lans.page)).toHaveValue('Nhờ @Phạm Minh kiểm tra số này.')
  await lans.page.keyboard.press('Control+Enter')

  await showAnnotations(minhs.page)
  await expect(thread(minhs.page, 'kiểm tra số này')).toContainText(lan)
  await expect(minhs.page.getByRole('tab', { name: /1 nhắc tôi hoặc giao cho tôi/u })).toBeVisible()
  await minhs.page.keyboard.press('F8')
  await minhs.page.keyboard.press('Enter')
  await minhs.page.keyboard.type('Đã đối chiếu.')
  await minhs.page.keyboard.press('Control+Enter')
  await expect(minhs.page.getByRole('tab', { name: /nhắc tôi/u })).toHaveCount(0)
  await expect(thread(lans.page, 'kiểm tra số này')).toContainText('Đã đối chiếu.')
})

test('a thread is given to a member, who may then settle it', async () => {
  await lans.page.keyboard.press('F8')
  await lans.page.getByRole('combobox', { name: 'Giao cho' }).selectOption({ label: `Giao cho ${minh}` })
  await expect(thread(minhs.page, 'kiểm tra số này')).toContainText('Giao cho tôi')
  await minhs.page.getByRole('button', { name: 'Đánh dấu đã xong' }).click()
  await expect(thread(minhs.page, 'kiểm tra số này')).toHaveCount(0)
  await expect(thread(lans.page, 'kiểm tra số này')).toHaveCount(0)
})

test('what somebody keeps to themselves reaches nobody else', async () => {
  await annotate(lans.page, 'Chi thường xuyên', 'Hỏi lại riêng')
  await lans.page.getByRole('button', { name: 'Riêng tôi' }).click()
  await composer(lans.page).press('Control+Enter')
  await expect(thread(lans.page, 'Hỏi lại riêng')).toContainText('Chỉ mình tôi xem')
  await annotate(lans.page, 'giảm', 'Cho mọi người')
  await lans.page.keyboard.press('Control+Enter')
  await expect(thread(minhs.page, 'Cho mọi người')).toBeVisible()
  await expect(thread(minhs.page, 'Hỏi lại riêng')).toHaveCount(0)
})

test('what is said while the network is cut is marked in words until it is sent', async () => {
  network.cut()
  await expect(connectionOf(minhs.page)).toHaveText(/^Mất mạng/u)
  await annotate(minhs.page, 'Thu ngân sách', 'Viết lúc mất mạng')
  await minhs.page.keyboard.press('Control+Enter')
  await expect(thread(minhs.page, 'Viết lúc mất mạng')).toContainText('Chưa gửi')
  network.mend()
  await expect(thread(lans.page, 'Viết lúc mất mạng')).toContainText(minh, { timeout: 30_000 })
  await expect(thread(minhs.page, 'Viết lúc mất mạng')).not.toContainText('Chưa gửi')
})

test('who only reads sees the threads, is told why they may not answer, and may note for themselves', async () => {
  const { page } = readers
  await showAnnotations(page)
  await thread(page, 'Cho mọi người').click()
  await expect(thread(page, 'Cho mọi người')).toContainText('chưa được giao quyền góp ý')
  await expect(page.getByRole('textbox', { name: 'Trả lời' })).toHaveCount(0)
  await textOf(page).getByRole('paragraph').filter({ hasText: 'Chi thường xuyên' }).click()
  await page.keyboard.press('Control+Alt+m')
  await expect(page.getByRole('region', { name: 'Ý kiến', exact: true })).toContainText(
    'chỉ ghi được ý kiến riêng',
  )
})
