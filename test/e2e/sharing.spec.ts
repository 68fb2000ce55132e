import { createServer, type AddressInfo } from 'node:net'
import { expect, test, type Page } from '@playwright/test'
import {
  caretOf,
  connectionOf,
  expectSame,
  joinByInvitation,
  type MemberProgram,
} from '../support/committee-program'
import { launchApp } from '../support/launch-app'
import { openNewReport, textOf, type OpenWindow } from '../support/report-window'

// The secretary's own program is the committee's host: no server anywhere.

const ends: (() => Promise<void>)[] = []
test.afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

test('a secretary shares a report from the window, and a colleague joins with the link', async () => {
  const secretary: OpenWindow = await openNewReport()
  ends.push(() => secretary.close())
  const { page } = secretary
  await textOf(page).click()
  await page.keyboard.type('Báo cáo của tổ biên tập.')
  await share(page, 'Lê Thị Thu')
  const colleague: MemberProgram = await joinByInvitation(await inviteDrafter(page, 'Vũ Văn Nam'))
  ends.push(() => colleague.close())

  await expect(textOf(colleague.page)).toContainText('Báo cáo của tổ biên tập.')
  await textOf(colleague.page).click()
  await colleague.page.keyboard.press('Control+End')
  await colleague.page.keyboard.type(' Nam viết thêm.')
  await expect(textOf(page)).toContainText('Nam viết thêm.')
  await expect(caretOf(page, 'Vũ Văn Nam')).toBeVisible()
  await textOf(page).click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Thu mở đầu. ')
  await expectSame(page, colleague.page, 'Thu mở đầu. Báo cáo của tổ biên tập. Nam viết thêm.')
  await expect(caretOf(colleague.page, 'Lê Thị Thu')).toBeVisible()

  await test.step('an invitation is good for one computer', async () => {
    await page.getByRole('button', { name: 'Chia sẻ', exact: true }).click()
    await page.getByRole('button', { name: 'Giấy mời', exact: true }).click()
    await expect(page.getByRole('list', { name: 'Giấy mời' })).toContainText('đã dùng')
    await page.getByRole('button', { name: 'Đóng', exact: true }).last().click()
  })
  for (const { consoleErrors } of [secretary, colleague]) expect(consoleErrors).toEqual([])
})

test('a secretary who closes the program and opens the report again goes on sharing it', async () => {
  const first = await openNewReport()
  ends.push(() => first.forget())
  await textOf(first.page).click()
  await first.page.keyboard.type('Báo cáo của tổ biên tập.')
  await share(first.page, 'Lê Thị Thu')
  const colleague = await joinByInvitation(await inviteDrafter(first.page, 'Vũ Văn Nam'))
  ends.push(() => colleague.close())
  await first.close()
  await expect(connectionOf(colleague.page)).toHaveText(/^Mất mạng/)
  await textOf(colleague.page).click()
  await colleague.page.keyboard.press('Control+End')
  await colleague.page.keyboard.type(' Nam viết khi máy của Thu đã tắt.')

  const again = await launchApp({ userData: first.userData })
  ends.push(() => again.close())
  await again.window.getByRole('region', { name: 'Mở gần đây' }).getByRole('button').first().click()
  await expect(connectionOf(again.window)).toHaveText('Đang chia sẻ báo cáo')
  await expectSame(again.window, colleague.page, 'Báo cáo của tổ biên tập. Nam viết khi máy của Thu đã tắt.')
  await expect(connectionOf(colleague.page)).toHaveText('Đã kết nối máy chủ tổ biên tập')
})

async function share(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Chia sẻ', exact: true }).click()
  await page.getByRole('textbox', { name: 'Họ và tên của đồng chí' }).fill(name)
  await page.getByRole('textbox', { name: 'Cổng mạng' }).fill(String(await freePort()))
  await page.getByRole('button', { name: 'Bắt đầu chia sẻ' }).click()
  await expect(connectionOf(page)).toHaveText('Đang chia sẻ báo cáo')
}

/** The link of an invitation to write the whole report; closes the dialogs. */
async function inviteDrafter(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Mời thành viên…' }).click()
  const form = page.getByRole('dialog', { name: 'Mời thành viên' })
  await form.getByRole('textbox', { name: 'Họ và tên' }).fill(name)
  await form.getByRole('combobox', { name: 'Vai trò' }).selectOption('Người soạn')
  await form.getByRole('button', { name: 'Cả báo cáo' }).click()
  await form.getByRole('button', { name: 'Tạo giấy mời' }).click()
  const written = page.getByRole('dialog', { name: `Giấy mời ${name}` })
  const link = await written.getByRole('textbox', { name: 'Đường dẫn' }).inputValue()
  for (const dialog of [written, page])
    await dialog.getByRole('button', { name: 'Đóng', exact: true }).last().click()
  return link
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
