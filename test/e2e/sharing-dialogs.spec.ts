import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { createReportFile } from '../../electron/host/store/report-file'
import { heading, paragraph, report, sheet, text } from '../support/build-report'
import { launchApp, type RunningApp } from '../support/launch-app'
import { joinByInvitation } from '../support/committee-program'
import { textOf } from '../support/report-window'
import { serveReport } from '../support/served-report'
import { violations } from '../support/violations'

// The dialogs of whoever shares a report and of whoever joins one; what then goes over the network is tried elsewhere.

let folder = ''
let path = ''
let port = 0
const programs: RunningApp[] = []

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sharing-'))
  path = join(folder, 'Báo cáo.duthao')
  port = await freePort()
  const economy = [heading('roman', 'KINH TẾ', 'economy'), paragraph('Thu ngân sách')]
  const society = [heading('roman', 'XÃ HỘI', 'society'), paragraph('Trường học')]
  createReportFile(path, report({ text: text(sheet(...economy), sheet(...society)) }))
})
test.afterEach(async () => {
  for (const program of programs.splice(0)) {
    expect(program.consoleErrors).toEqual([])
    await program.close()
    await program.forget()
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function start(files: readonly string[], userData?: string): Promise<RunningApp> {
  const env = { HOME: folder, XDG_DOCUMENTS_DIR: folder }
  const program = await launchApp({ files, env, ...(userData ? { userData } : {}) })
  programs.push(program)
  return program
}

async function openReport(userData?: string): Promise<Page> {
  const { window } = await start([path], userData)
  await expect(textOf(window)).toBeVisible()
  return window
}

async function fillSignature(page: Page, at = port): Promise<void> {
  await page.getByRole('button', { name: 'Chia sẻ', exact: true }).click()
  await page.getByRole('textbox', { name: 'Họ và tên của đồng chí' }).fill('Lê Thị Hoa')
  await page.getByRole('textbox', { name: 'Cơ quan, đơn vị' }).fill('Văn phòng')
  await page.getByRole('textbox', { name: 'Cổng mạng' }).fill(String(at))
}

async function share(page: Page): Promise<void> {
  await fillSignature(page)
  await page.getByRole('button', { name: 'Bắt đầu chia sẻ' }).click()
  await expect(people(page).getByRole('listitem')).toHaveText([
    /Lê Thị Hoa \(đồng chí\)Văn phòng · Đang mở báo cáo/,
  ])
}

const people = (page: Page): Locator => page.getByRole('list', { name: 'Thành viên tổ biên tập' })
const part = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: 'Phần của hộp chia sẻ' }).getByRole('button', { name })
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

/** Opens the form of an invitation, and closes what was written unless it is wanted. */
async function inviteMinh(page: Page, sections: readonly string[] = []): Promise<Locator> {
  await press(page, 'Mời thành viên…')
  const form = page.getByRole('dialog', { name: 'Mời thành viên' })
  await form.getByRole('textbox', { name: 'Họ và tên' }).fill('Trần Văn Minh')
  await form.getByRole('textbox', { name: 'Cơ quan, đơn vị' }).fill('Sở Tài chính')
  if (sections.length > 0) await form.getByRole('button', { name: 'Những mục được chọn' }).click()
  for (const section of sections) await form.getByRole('checkbox', { name: section }).check()
  await form.getByRole('button', { name: 'Tạo giấy mời' }).click()
  return page.getByRole('dialog', { name: 'Giấy mời Trần Văn Minh' })
}

const inFolder = (name: string): string => join(folder, name)
const closeDialog = (dialog: Locator): Promise<void> =>
  dialog.getByRole('button', { name: 'Đóng', exact: true }).last().click()

async function freePort(): Promise<number> {
  const server = await listening(0)
  const { port: free } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return free
}

const listening = (at: number): Promise<Server> =>
  new Promise(resolve => {
    const server = createServer()
    server.listen(at, () => resolve(server))
  })

test('sharing asks who the person is, and says what is in the way', async () => {
  const page = await openReport()
  const taken = await listening(port)
  await fillSignature(page)
  const name = page.getByRole('textbox', { name: 'Họ và tên của đồng chí' })
  await name.fill('')
  await press(page, 'Bắt đầu chia sẻ')
  await expect(page.getByRole('alert')).toContainText('Hãy ghi họ và tên.')
  await name.fill('Lê Thị Hoa')
  await press(page, 'Bắt đầu chia sẻ')
  await expect(page.getByRole('alert')).toContainText(`Cổng ${port} đang được chương trình khác dùng.`)
  await new Promise(resolve => taken.close(resolve))
  await press(page, 'Bắt đầu chia sẻ')
  await expect(people(page).getByRole('listitem')).toContainText(['Lê Thị Hoa'])
})

test('an invitation for some sections gives rights there, which the secretary changes', async () => {
  const page = await openReport()
  await share(page)
  const written = await inviteMinh(page, ['I- KINH TẾ'])
  await expect(written.getByRole('textbox', { name: 'Đường dẫn' })).toHaveValue(/^du-thao:\/\/invite\//)
  await expect(written.getByRole('textbox', { name: /^Mã/ })).toHaveValue(/^([0-9A-Z]{4}-)+[0-9A-Z]+$/)
  await closeDialog(written)
  await expect(people(page).getByRole('listitem').nth(1)).toContainText('Sở Tài chính · Chưa nhận giấy mời')
  await press(page, 'Quyền của Trần Văn Minh')
  const rights = page.getByRole('group', { name: 'Quyền của Trần Văn Minh' })
  const mayEdit = (section: string): Locator =>
    rights.getByRole('checkbox', { name: `Sửa: ${section}`, exact: true })
  await expect(mayEdit('I- KINH TẾ')).toBeChecked()
  await expect(mayEdit('Cả báo cáo')).not.toBeChecked()
  await rights.getByRole('combobox', { name: 'Thêm quyền riêng ở mục' }).selectOption({ label: 'II- XÃ HỘI' })
  await expect(mayEdit('II- XÃ HỘI')).not.toBeChecked()
  await mayEdit('II- XÃ HỘI').click()
  await expect(mayEdit('II- XÃ HỘI')).toBeChecked()
  await rights.getByRole('button', { name: 'Bỏ quyền riêng: I- KINH TẾ' }).click()
  await expect(mayEdit('I- KINH TẾ')).toHaveCount(0)
  await page.getByRole('combobox', { name: 'Vai trò của Trần Văn Minh' }).selectOption('Lãnh đạo')
  await expect(page.getByRole('combobox', { name: 'Vai trò của Trần Văn Minh' })).toHaveValue('leader')
})

test('sections are given to people with a day, and locked', async () => {
  const page = await openReport()
  await share(page)
  await closeDialog(await inviteMinh(page))
  await part(page, 'Phân công').click()
  const form = page.getByRole('form', { name: 'Giao mục' })
  await form.getByRole('combobox', { name: 'Mục' }).selectOption({ label: 'I- KINH TẾ' })
  await form.getByRole('checkbox', { name: 'Trần Văn Minh' }).check()
  await form.getByLabel('Hạn nộp').fill('2099-03-31')
  await form.getByRole('button', { name: 'Giao mục' }).click()
  const given = page.getByRole('list', { name: 'Mục đã giao' })
  await expect(given.getByRole('listitem')).toContainText(['I- KINH TẾTrần Văn Minh · hạn 31/03/2099'])
  await press(page, 'Sửa phân công: I- KINH TẾ')
  await form.getByLabel('Hạn nộp').fill('2020-01-05')
  await form.getByRole('button', { name: 'Giao mục' }).click()
  await expect(given).toContainText('quá hạn 05/01/2020')
  await form.getByRole('combobox', { name: 'Mục' }).selectOption({ label: 'II- XÃ HỘI' })
  await form.getByRole('button', { name: 'Khóa mục' }).click()
  await expect(page.getByRole('list', { name: 'Mục đã khóa' })).toContainText('II- XÃ HỘI')
  await press(page, 'Mở khóa: II- XÃ HỘI')
  await expect(page.getByText('Chưa khóa mục nào.')).toBeVisible()
  await press(page, 'Thôi giao: I- KINH TẾ')
  await expect(page.getByText('Chưa giao mục nào.')).toBeVisible()
})

test('shutting out, taking an invitation back and stopping are asked about first', async () => {
  const page = await openReport()
  await share(page)
  await closeDialog(await inviteMinh(page))
  await expect(page.getByRole('button', { name: 'Ngừng tham gia: Lê Thị Hoa' })).toHaveCount(0)
  await press(page, 'Ngừng tham gia: Trần Văn Minh')
  await page
    .getByRole('dialog', { name: 'Ngừng tham gia đối với Trần Văn Minh?' })
    .getByRole('button', { name: 'Hủy' })
    .click()
  await expect(people(page)).toContainText('Chưa nhận giấy mời')
  await press(page, 'Ngừng tham gia: Trần Văn Minh')
  await press(page, 'Ngừng tham gia')
  await expect(people(page)).toContainText('Ngừng tham gia từ hôm nay')
  await press(page, 'Cho tham gia lại: Trần Văn Minh')
  await expect(people(page)).toContainText('Chưa nhận giấy mời')

  await part(page, 'Giấy mời').click()
  const invitations = page.getByRole('list', { name: 'Giấy mời' })
  await expect(invitations).toContainText('chưa dùng')
  await press(page, 'Thu hồi giấy mời Trần Văn Minh')
  await press(page, 'Thu hồi')
  await expect(invitations).toContainText('đã thu hồi')

  await part(page, 'Kết nối').click()
  await expect(page.getByText(`Cổng ${port}.`)).toBeVisible()
  await press(page, 'Ngừng chia sẻ…')
  await press(page, 'Ngừng chia sẻ')
  await expect(page.getByRole('button', { name: 'Bắt đầu chia sẻ' })).toBeVisible()
})

test('a shared report is shared again when it is opened again, under the same name', async () => {
  const page = await openReport()
  await share(page)
  const [first] = programs.splice(0) as [RunningApp]
  await first.close()
  const again = await openReport(first.userData)
  await press(again, 'Chia sẻ')
  await expect(people(again).getByRole('listitem')).toContainText(['Lê Thị Hoa (đồng chí)'])
})

test('the dialog is worked with keys alone', async () => {
  const page = await openReport()
  await fillSignature(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Mời thành viên…' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Chia sẻ', exact: true }).press('Enter')
  await expect(page.getByRole('button', { name: 'Mời thành viên…' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Họ và tên' })).toBeFocused()
  await page.keyboard.type('Minh')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Chép đường dẫn' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Đã chép.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Mời thành viên…' })).toBeFocused()
})

test('joining says in words what is wrong with an invitation, and takes one from a file', async () => {
  const secretary = await openReport()
  await share(secretary)
  const invitation = await inviteMinh(secretary)
  const link = await invitation.getByRole('textbox', { name: 'Đường dẫn' }).inputValue()
  const { window: page } = await start([])
  await page.getByRole('button', { name: /^Tham gia báo cáo được chia sẻ/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Tham gia báo cáo được chia sẻ' })
  const join = dialog.getByRole('button', { name: 'Tham gia', exact: true })
  await join.click()
  await expect(dialog.getByRole('alert')).toContainText('Hãy dán đường dẫn')
  const field = dialog.getByRole('textbox', { name: 'Đường dẫn hoặc mã' })
  await field.fill(link.slice(0, -30))
  await join.click()
  await expect(dialog.getByRole('alert')).toContainText('Đây không phải là giấy mời.')
  const file = inFolder('Giấy mời.giaymoi')
  await writeFile(file, link)
  const choosing = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'Chọn tệp giấy mời…' }).click()
  await (await choosing).setFiles(file)
  await expect(dialog.getByText('Giấy mời trong tệp Giấy mời.giaymoi')).toBeVisible()
  await join.click()
  await expect(textOf(page)).toContainText('Thu ngân sách', { timeout: 30_000 })
  await closeDialog(invitation)
  await expect(people(secretary).getByRole('listitem').nth(1)).toContainText('Đang mở báo cáo')
})

test('a secretary whose report lies on a server invites and assigns from there, and may leave', async () => {
  const host = await serveReport(
    report({ text: text(sheet(heading('roman', 'KINH TẾ', 'economy'), paragraph('Thu ngân sách'))) }),
  )
  const program = await joinByInvitation(await host.invite('Lê Thị Hoa', 'secretary'))
  programs.push(program)
  const { page } = program
  await press(page, 'Chia sẻ')
  const written = await inviteMinh(page)
  await expect(written.getByRole('textbox', { name: 'Đường dẫn' })).toHaveValue(/^du-thao:\/\/invite\//)
  await closeDialog(written)
  await expect(people(page).getByRole('listitem')).toContainText(['Lê Thị Hoa (đồng chí)', 'Trần Văn Minh'])
  await part(page, 'Phân công').click()
  const form = page.getByRole('form', { name: 'Giao mục' })
  await form.getByRole('combobox', { name: 'Mục' }).selectOption({ label: 'I- KINH TẾ' })
  await form.getByRole('checkbox', { name: 'Trần Văn Minh' }).check()
  await form.getByRole('button', { name: 'Giao mục' }).click()
  await expect(page.getByRole('list', { name: 'Mục đã giao' })).toContainText('Trần Văn Minh · không hạn')

  await part(page, 'Kết nối').click()
  await press(page, 'Rời tổ biên tập…')
  await press(page, 'Rời tổ biên tập')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(textOf(page)).toContainText('Thu ngân sách')
  await press(page, 'Chia sẻ')
  await expect(page.getByRole('button', { name: 'Bắt đầu chia sẻ' })).toBeVisible()
  await host.remove()
})

test.describe('no serious or critical violation', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    test(`in any part of the dialog, ${colorScheme}`, async () => {
      const page = await openReport()
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.getByRole('button', { name: 'Chia sẻ', exact: true }).click()
      await press(page, 'Bắt đầu chia sẻ')
      expect(await violations(page), 'before sharing').toEqual([])
      await page.keyboard.press('Escape')
      await share(page)
      const written = await inviteMinh(page, ['I- KINH TẾ'])
      await expect(written).toBeVisible()
      expect(await violations(page), 'an invitation').toEqual([])
      await closeDialog(written)
      await press(page, 'Quyền của Trần Văn Minh')
      expect(await violations(page), 'rights').toEqual([])
      for (const name of ['Phân công', 'Giấy mời', 'Kết nối']) {
        await part(page, name).click()
        expect(await violations(page), name).toEqual([])
      }
      await press(page, 'Mời thành viên…')
      await press(page, 'Những mục được chọn')
      expect(await violations(page), 'the form of an invitation').toEqual([])
    })

  test('in the dialog of whoever joins', async () => {
    const { window: page } = await start([])
    await page.getByRole('button', { name: /^Tham gia báo cáo được chia sẻ/ }).click()
    await press(page, 'Tham gia')
    await expect(page.getByRole('alert')).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
})
