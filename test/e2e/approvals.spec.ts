import { expect, test, type Locator, type Page } from '@playwright/test'
import { annotate, cards, showAnnotations } from '../support/annotations-panel'
import { heading, paragraph, report, sheet, text } from '../support/build-report'
import { expectSame, goBehind, joinByInvitation, type MemberProgram } from '../support/committee-program'
import { networkTo, type Network } from '../support/network-between'
import { textOf } from '../support/report-window'
import { serveReport, type ServedReport } from '../support/served-report'
import { violations } from '../support/violations'

// The whole round of one section: three programs (secretary, drafter, leader) and a host without a window. The tests
// share them and go on from one another.

const [thu, nam, van] = ['Lê Thị Thu', 'Vũ Văn Nam', 'Trần Thị Vân']
const economy = 'I- KINH TẾ'

let host: ServedReport
let network: Network
let secretary: MemberProgram
let drafter: MemberProgram
let leader: MemberProgram
const ends: (() => Promise<void>)[] = []

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(120_000)
  host = await serveReport(
    report({
      text: text(
        sheet(heading('roman', 'KINH TẾ', 'economy'), paragraph('Thu ngân sách tăng khá.')),
        sheet(heading('roman', 'XÃ HỘI', 'society'), paragraph('Trường học được xây mới.')),
      ),
    }),
  )
  ends.push(host.remove)
  network = await networkTo(host.port)
  ends.push(network.close)
  secretary = await join(thu, 'secretary')
  drafter = await join(nam, 'drafter', network.port)
  leader = await join(van, 'leader')
})
test.afterAll(async () => {
  for (const end of ends.reverse()) await end()
})

async function join(name: string, role: 'secretary' | 'drafter' | 'leader', port?: number) {
  const program = await joinByInvitation(await host.invite(name, role, port))
  ends.push(() => program.close())
  return program
}

const outlineRow = (page: Page, title: string): Locator =>
  page.getByRole('treeitem').filter({ hasText: title })
const hasState = (page: Page, state: string): Promise<void> =>
  expect(outlineRow(page, 'KINH TẾ').getByRole('img', { name: `Trạng thái: ${state}` })).toBeVisible({
    timeout: 30_000,
  })
const sectionDialog = (page: Page): Locator => page.getByRole('dialog', { name: `Duyệt mục: ${economy}` })
const queue = (page: Page): Locator => page.getByRole('dialog', { name: 'Chờ tôi duyệt' })

/** The dialog of the section that begins with these words, by its key. */
async function openSection(page: Page, start: string): Promise<Locator> {
  await goBehind(page, start)
  await page.keyboard.press('Control+Alt+t')
  await expect(sectionDialog(page)).toBeVisible()
  return sectionDialog(page)
}

async function expectNoViolation(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await violations(page), `${state}, ${colorScheme}`).toEqual([])
  }
}

test('the secretary gives a section to its drafter', async () => {
  const { page } = secretary
  await page.getByRole('button', { name: 'Chia sẻ', exact: true }).click()
  await page.getByRole('button', { name: 'Phân công' }).click()
  const form = page.getByRole('form', { name: 'Giao mục' })
  await form.getByRole('combobox', { name: 'Mục' }).selectOption({ label: economy })
  await form.getByRole('checkbox', { name: nam }).check()
  await form.getByRole('button', { name: 'Giao mục' }).click()
  await expect(page.getByRole('list', { name: 'Mục đã giao' })).toContainText(nam)
  await page.keyboard.press('Escape')
})

test('the leader annotates and proposes, the drafter accepts and settles', async () => {
  await annotate(leader.page, 'Thu ngân sách', 'Nêu số so với kế hoạch.')
  await leader.page.keyboard.press('Control+Enter')
  await goBehind(leader.page, 'Thu ngân sách')
  await leader.page.keyboard.press('Control+Alt+e')
  const box = leader.page.getByRole('textbox', { name: 'Nội dung đề xuất' })
  await expect(box).toBeFocused()
  await leader.page.keyboard.press('Control+a')
  await leader.page.keyboard.type('Thu ngân sách tăng 12% so với kế hoạch.')
  await expect(box).toContainText('tăng 12% so với kế hoạch.')
  await leader.page.getByRole('button', { name: 'Gửi đề xuất' }).press('Enter')
  await expect(box).toHaveCount(0)

  const { page } = drafter
  const dialog = await test.step('what is open keeps the section from being approved', async () => {
    await expect(textOf(page)).toContainText('12%', { timeout: 30_000 })
    return openSection(leader.page, 'Thu ngân sách')
  })
  await expect(dialog).toContainText('Chưa xử lý: 1 ý kiến, 1 đề xuất.')
  await expect(dialog).toContainText('Xử lý xong thì duyệt được.')
  await expect(dialog.getByRole('button', { name: 'Duyệt mục này' })).toHaveCount(0)
  await leader.page.keyboard.press('Escape')

  await goBehind(page, 'Thu ngân sách')
  await page.keyboard.press('Alt+PageDown')
  await page.getByRole('button', { name: 'Tiếp thu', exact: true }).press('Enter')
  await expectSame(page, leader.page, 'Thu ngân sách tăng 12% so với kế hoạch.')
  await showAnnotations(page)
  await cards(page).first().press('Enter')
  await page.getByRole('button', { name: 'Đánh dấu đã xong' }).press('Enter')
  await expect(cards(page)).toHaveCount(0)
})

test('the drafter hands the section in, and the leader finds it in the queue and approves it from the keyboard', async () => {
  const dialog = await openSection(drafter.page, 'Thu ngân sách')
  await dialog.getByRole('button', { name: 'Trình duyệt' }).press('Enter')
  await expect(dialog).toContainText('Chờ duyệt')
  await drafter.page.keyboard.press('Escape')
  await hasState(leader.page, 'Chờ duyệt')

  network.cut()
  await goBehind(drafter.page, 'Thu ngân sách')
  await drafter.page.keyboard.type(' Câu viết muộn.')

  const { page } = leader
  await page.getByRole('button', { name: 'Chờ tôi duyệt: 1 mục' }).waitFor()
  await textOf(page).focus()
  await page.keyboard.press('Control+Alt+d')
  await expect(queue(page)).toContainText(economy)
  await expect(queue(page)).toContainText('Không còn ý kiến, đề xuất nào chưa xử lý.')
  await expectNoViolation(page, 'queue')
  await page.keyboard.press('Control+Enter')
  await expect(queue(page)).toContainText('Không có mục nào chờ đồng chí duyệt.', { timeout: 30_000 })
  await page.keyboard.press('Escape')
  await hasState(page, 'Đã duyệt')
  await hasState(secretary.page, 'Đã duyệt')
})

test('what the drafter wrote too late is in the tray, and the approved words stand', async () => {
  network.mend()
  const { page } = drafter
  await expect(textOf(page)).not.toContainText('Câu viết muộn.', { timeout: 60_000 })
  await page
    .getByRole('tab', { name: /^Chưa nhập \d/u })
    .or(page.getByRole('button', { name: /^Mở phần chưa nhập: /u }))
    .click({ timeout: 30_000 })
  await expect(page.getByRole('article').filter({ hasText: 'Câu viết muộn.' })).toBeVisible()
  await hasState(page, 'Đã duyệt')
  await expectSame(page, leader.page)
})

test('the secretary unlocks with a reason; without one it is not done', async () => {
  const { page } = secretary
  const dialog = await openSection(page, 'Thu ngân sách')
  await dialog.getByRole('button', { name: 'Mở khóa…' }).press('Enter')
  await dialog.getByRole('button', { name: 'Mở khóa mục đã duyệt' }).press('Enter')
  await expect(dialog).toContainText('Hãy ghi lý do.')
  await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Bổ sung số liệu quý IV.')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('button', { name: 'Mở khóa…' })).toHaveCount(0)
  await page.keyboard.press('Escape')
})

test('an edit makes the approval outdated for everybody, and the leader sees exactly what changed and approves again', async () => {
  await expect(outlineRow(drafter.page, 'KINH TẾ').getByRole('img', { name: 'Đang khóa' })).toHaveCount(0)
  await goBehind(drafter.page, 'Thu ngân sách')
  await drafter.page.keyboard.type(' Quý IV vượt kế hoạch.')
  for (const { page } of [secretary, drafter, leader]) await hasState(page, 'Đã sửa sau khi duyệt')

  const { page } = leader
  await expectSame(page, drafter.page, 'Quý IV vượt kế hoạch.')
  await textOf(page).focus()
  await page.keyboard.press('Control+Alt+d')
  const changes = queue(page).getByRole('list', { name: 'Thay đổi từ lần duyệt trước' })
  await expect(changes).toContainText('Quý IV vượt kế hoạch.')
  await expect(queue(page)).toContainText(`Đã có sửa đổi của ${nam}.`)

  await test.step('somebody types meanwhile: shown, and asked again', async () => {
    await goBehind(drafter.page, 'Thu ngân sách')
    await drafter.page.keyboard.type(' Thêm nữa.')
    const meanwhile = queue(page).getByRole('list', { name: /^Nội dung vừa thay đổi/ })
    await expect(meanwhile).toContainText('Thêm nữa.')
    await expect(queue(page).getByRole('button', { name: 'Duyệt mục này' })).toHaveCount(0)
    await queue(page).getByRole('button', { name: 'Đã xem thay đổi này' }).press('Enter')
    await expect(meanwhile).toHaveCount(0)
  })
  await queue(page).getByRole('button', { name: 'Duyệt mục này' }).press('Enter')
  await expect(queue(page)).toContainText('Không có mục nào chờ đồng chí duyệt.')
  await page.keyboard.press('Escape')
  for (const { page: each } of [secretary, drafter, leader]) await hasState(each, 'Đã duyệt')
})

test('the board says the same in words, sorts, filters, opens a section, and is free of violations', async () => {
  const { page } = secretary
  await textOf(page).focus()
  await page.keyboard.press('Control+Alt+b')
  const grid = page.getByRole('grid', { name: 'Các mục của báo cáo' })
  await expect(grid).toBeFocused()
  const row = grid.getByRole('row').filter({ hasText: economy })
  await expect(row).toContainText('Đã duyệt, đang khóa')
  await expect(row).toContainText(nam)
  await expect(row).toContainText('1/1')
  await expectNoViolation(page, 'board')
  await page.getByRole('button', { name: 'Trạng thái' }).press('Enter')
  await expect(grid.getByRole('columnheader', { name: 'Trạng thái' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await expect(grid.getByRole('row').nth(1)).toContainText('XÃ HỘI')
  await page.getByRole('combobox', { name: 'Lọc theo trạng thái' }).selectOption('Đã duyệt')
  await expect(grid.getByRole('row')).toHaveCount(2)
  await grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(textOf(page)).toBeFocused()
  for (const { consoleErrors } of [secretary, drafter, leader]) expect(consoleErrors).toEqual([])
})
