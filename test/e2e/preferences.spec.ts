import { expect, test, type Locator, type Page } from '@playwright/test'
import { optionsBlock } from '../support/build-indicators'
import { heading, note, report, sheet, text } from '../support/build-report'
import { joinByInvitation, type MemberProgram } from '../support/committee-program'
import { serveReport, type ServedReport } from '../support/served-report'
import type { Options } from '../../shared/options/options'
import type { OptionsId, WordingId } from '../../shared/report/ids'

const options: Options = {
  id: 'theme-words' as OptionsId,
  name: 'Chủ đề',
  chosen: '',
  wordings: ['Vững bước đi lên', 'Đổi mới mạnh mẽ'].map((line, index) => ({
    id: `wording-${index + 1}` as WordingId,
    body: note(line),
  })),
}

let host: ServedReport
let secretary: MemberProgram
let leader: MemberProgram
const ends: (() => Promise<void>)[] = []

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(120_000)
  host = await serveReport(
    report({
      text: text(sheet(heading('roman', 'CHỦ ĐỀ', 'theme'), optionsBlock(options.id))),
      options: new Map([[options.id, options]]),
    }),
  )
  ends.push(host.remove)
  secretary = await join('Lê Thị Thu', 'secretary')
  leader = await join('Trần Thị Vân', 'leader')
})
test.afterAll(async () => {
  for (const end of ends.reverse()) await end()
})

async function join(name: string, role: 'secretary' | 'leader'): Promise<MemberProgram> {
  const program = await joinByInvitation(await host.invite(name, role))
  ends.push(() => program.close())
  return program
}

const tally = (page: Page): Locator => page.getByRole('group', { name: 'Ý kiến về các phương án' })
const choose = (page: Page): Locator => page.getByRole('button', { name: 'Chọn phương án này: Chủ đề 2' })

test('a leader says from the keyboard which wording it should be, and the secretary sees who and why', async () => {
  await tally(leader.page).getByRole('button', { name: 'Tôi chọn Chủ đề 2' }).focus()
  await leader.page.keyboard.press('Enter')
  await expect(leader.page.getByRole('textbox', { name: 'Lý do' })).toBeFocused()
  await leader.page.keyboard.type('Rõ ý hơn')
  await leader.page.keyboard.press('Tab')
  await leader.page.keyboard.press('Enter')
  await expect(tally(secretary.page)).toContainText('Chủ đề 2: 1 ý kiến')
  await expect(tally(secretary.page)).toContainText('Trần Thị Vân: Chủ đề 2 (Rõ ý hơn)')
})

test('a leader takes a preference back', async () => {
  await tally(leader.page).getByRole('button', { name: 'Rút ý kiến' }).click()
  await expect(tally(secretary.page)).toContainText('Chưa có ý kiến nào.')
})

test('only who is entitled settles the wording, and the reason stays', async () => {
  await expect(choose(leader.page)).toHaveCount(0)
  await choose(secretary.page).click()
  await secretary.page.getByRole('textbox', { name: 'Lý do quyết định' }).fill('Đa số')
  await secretary.page.getByRole('button', { name: 'Quyết định', exact: true }).click()
  for (const { page } of [secretary, leader]) {
    await expect(page.getByText('Phương án được chọn')).toBeVisible()
    await expect(tally(page)).toContainText('Đa số')
  }
  await expect(leader.page.getByRole('group', { name: 'Chủ đề 1', exact: true })).toHaveCount(0)
})
