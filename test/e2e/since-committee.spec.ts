import { expect, test, type Page } from '@playwright/test'
import { heading, paragraph, report, sheet, text } from '../support/build-report'
import { goBehind, joinByInvitation, type MemberProgram } from '../support/committee-program'
import { serveReport, type ServedReport } from '../support/served-report'

let host: ServedReport
let leader: MemberProgram
let drafter: MemberProgram
const ends: (() => Promise<void>)[] = []

test.beforeAll(async () => {
  test.setTimeout(120_000)
  host = await serveReport(
    report({
      text: text(
        sheet(heading('roman', 'KINH TẾ'), paragraph('Thu ngân sách tăng khá.')),
        sheet(heading('roman', 'XÃ HỘI'), paragraph('Trường học được xây mới.')),
      ),
    }),
  )
  ends.push(host.remove)
  drafter = await join('Vũ Văn Nam', 'drafter')
  leader = await join('Trần Thị Vân', 'leader')
})
test.afterAll(async () => {
  for (const end of ends.reverse()) await end()
})

async function join(name: string, role: 'drafter' | 'leader'): Promise<MemberProgram> {
  const program = await joinByInvitation(await host.invite(name, role))
  ends.push(() => program.close())
  return program
}

const list = (page: Page) => page.getByRole('group', { name: 'Các chỗ thay đổi' })

test('a leader reads what a drafter wrote meanwhile, approves it from there, and has seen it', async () => {
  const { page } = leader
  await page.keyboard.press('F9')
  await page.getByRole('button', { name: 'Đã xem hết' }).click()
  await expect(page.getByText('Không có gì thay đổi trong các mục của đồng chí.')).toBeVisible()
  await goBehind(drafter.page, 'Thu ngân sách')
  await drafter.page.keyboard.type(' Chi đúng dự toán.')
  await expect(list(page)).toContainText('thêm: Chi đúng dự toán.', { timeout: 30_000 })
  await page.getByRole('button', { name: /^Duyệt, trả lại…: .*KINH TẾ/ }).press('Enter')
  const dialog = page.getByRole('dialog', { name: /KINH TẾ/ })
  await dialog.getByRole('button', { name: 'Duyệt mục này' }).press('Enter')
  await expect(dialog).toContainText('Đã duyệt', { timeout: 30_000 })
  await page.keyboard.press('Escape')
  await expect(page.getByText('Không có gì thay đổi trong các mục của đồng chí.')).toBeVisible()
})
