import { expect, test, type Locator, type Page } from '@playwright/test'
import type { Options } from '../../shared/options/options'
import type { OptionsId, WordingId } from '../../shared/report/ids'
import { annotate, cards, showAnnotations } from '../support/annotations-panel'
import { optionsBlock } from '../support/build-indicators'
import { heading, note, paragraph, report, sheet, text } from '../support/build-report'
import { goByKeys, pressAt } from '../support/by-keys'
import type { MemberProgram } from '../support/committee-program'
import { textOf } from '../support/report-window'
import { serveCommittee, type ServedCommittee } from '../support/served-committee'
import { violations } from '../support/violations'

// Everything that is done with a section besides the round of approvals.spec.ts, by keys alone. The tests share their
// programs and go on from one another.

const [thu, nam, van, tuan] = ['Lê Thị Thu', 'Vũ Văn Nam', 'Trần Thị Vân', 'Phạm Tuấn']
const options: Options = {
  id: 'theme-words' as OptionsId,
  name: 'Chủ đề',
  chosen: '',
  wordings: ['Vững bước đi lên', 'Đổi mới mạnh mẽ'].map((line, index) => ({
    id: `wording-${index + 1}` as WordingId,
    body: note(line),
  })),
}

let committee: ServedCommittee
let secretary: MemberProgram
let drafter: MemberProgram
let leader: MemberProgram

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(120_000)
  committee = await serveCommittee(
    report({
      text: text(
        sheet(heading('roman', 'KINH TẾ', 'economy'), paragraph('Thu ngân sách tăng khá.')),
        sheet(heading('roman', 'XÃ HỘI', 'society'), paragraph('Trường học được xây mới.')),
        sheet(heading('roman', 'CHỦ ĐỀ', 'theme'), optionsBlock(options.id)),
      ),
      options: new Map([[options.id, options]]),
    }),
  )
  await committee.host.invite(tuan, 'leader')
  secretary = await committee.join(thu, 'secretary')
  drafter = await committee.join(nam, 'drafter')
  leader = await committee.join(van, 'leader')
})
test.afterEach(() => {
  for (const { consoleErrors } of [secretary, drafter, leader]) expect(consoleErrors).toEqual([])
})
test.afterAll(() => committee.end())

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: /^Duyệt mục: / })
const act = (page: Page, name: string): Locator => dialogOf(page).getByRole('button', { name })

/** The dialog of the section in which these words stand. */
async function openSection(page: Page, words: string): Promise<Locator> {
  await goByKeys(page, words)
  await page.keyboard.press('Control+Alt+t')
  await expect(dialogOf(page)).toBeVisible()
  return dialogOf(page)
}

const hasState = (page: Page, title: string, state: string): Promise<void> =>
  expect(
    page
      .getByRole('treeitem')
      .filter({ hasText: title })
      .getByRole('img', { name: `Trạng thái: ${state}` }),
  ).toBeVisible()

async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

async function expectNoViolation(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await violations(page), `${state}, ${colorScheme}`).toEqual([])
  }
}

/** In the dialog of the section: fills in the form of an act, sends it and sees it done. */
async function actWith(page: Page, name: string, reason: string): Promise<void> {
  await pressAt(page, act(page, name))
  await page.keyboard.type(reason)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('textbox', { name: /^(Lý do|Ghi chú)/ })).toHaveCount(0)
}

test('a section is returned with a reason, which its drafter reads; without one it is not returned', async () => {
  const { page } = leader
  const dialog = await openSection(page, 'Trường học')
  await expectNoViolation(page, 'section')
  await pressAt(page, act(page, 'Trả lại…'))
  await expect(dialog.getByRole('textbox', { name: 'Lý do' })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toContainText('Hãy ghi lý do.')
  await expectNoViolation(page, 'return')
  await page.keyboard.type('Nêu số phòng học.')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toContainText('Trả lại')
  await leave(page)
  const his = await openSection(drafter.page, 'Trường học')
  await expect(his).toContainText('Nêu số phòng học.')
  await expect(his).toContainText(`${van} trả lại`)
  await leave(drafter.page)
})

test('approvers are set in order, and approve one after the other', async () => {
  const { page } = secretary
  await textOf(page).focus()
  await page.keyboard.press('Control+Alt+b')
  await pressAt(page, page.getByRole('button', { name: 'Người duyệt và quy tắc…' }))
  const dialog = page.getByRole('dialog', { name: 'Người duyệt và quy tắc' })
  const add = dialog.getByRole('combobox', { name: 'Thêm người duyệt' })
  await pressAt(page, dialog.getByRole('combobox', { name: 'Áp dụng cho' }), 'ArrowDown')
  await pressAt(page, add, 'ArrowDown')
  await pressAt(page, add, 'ArrowDown')
  const order = dialog.getByRole('list', { name: 'Thứ tự duyệt' })
  await expect(order.getByRole('listitem')).toHaveText([tuan, van])
  await expectNoViolation(page, 'approvers')
  await pressAt(page, dialog.getByRole('button', { name: 'Ghi thứ tự' }))

  const hers = await openSection(leader.page, 'Thu ngân sách')
  await expect(hers).toContainText('Chưa đến lượt đồng chí')
  await expect(act(leader.page, 'Duyệt mục này')).toHaveCount(0)
  await pressAt(page, dialog.getByRole('button', { name: `Chuyển lên: ${van}` }))
  await expect(order.getByRole('listitem')).toHaveText([van, tuan])
  await pressAt(page, dialog.getByRole('button', { name: 'Ghi thứ tự' }))
  await expect(act(leader.page, 'Duyệt mục này')).toBeVisible()
  await leader.page.keyboard.press('Control+Enter')
  await expect(hers).toContainText(`Chờ ${tuan} duyệt`)
  await leave(leader.page)
  await pressAt(page, dialog.getByRole('button', { name: `Bỏ: ${tuan}` }))
  await pressAt(page, dialog.getByRole('button', { name: 'Ghi thứ tự' }))
  await hasState(leader.page, 'KINH TẾ', 'Đã duyệt')
  await page.keyboard.press('Escape')
  await leave(page)
})

test('a change of spelling only is declared so, and the approval stands', async () => {
  const { page } = secretary
  const dialog = await openSection(page, 'Thu ngân sách')
  await pressAt(page, act(page, 'Mở khóa…'))
  await expectNoViolation(page, 'unlock')
  await page.keyboard.type('Sửa dấu câu.')
  await page.keyboard.press('Control+Enter')
  await expect(act(page, 'Mở khóa…')).toHaveCount(0)
  await leave(page)
  await goByKeys(page, 'tăng khá.')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('.')
  await openSection(page, 'Thu ngân sách')
  await expect(dialog).toContainText('Đã sửa sau khi duyệt')
  await actWith(page, 'Chỉ sửa chính tả…', 'Dấu chấm')
  await expect(dialog).toContainText('Dấu chấm')
  await expect(dialog).not.toContainText('Đã sửa sau khi duyệt')
  await leave(page)
})

test('an approval is withdrawn by who gave it', async () => {
  await openSection(leader.page, 'Thu ngân sách')
  await actWith(leader.page, 'Rút lại duyệt…', 'Xem lại số liệu.')
  await expect(act(leader.page, 'Rút lại duyệt…')).toHaveCount(0)
  await leave(leader.page)
  await expect(secretary.page.getByRole('img', { name: 'Trạng thái: Đã duyệt' })).toHaveCount(0)
})

test('the secretary has everybody’s edits tracked, and decides on them', async () => {
  const { page } = secretary
  const isTracked = (of: Page) => of.getByRole('button', { name: /^Theo dõi thay đổi/ })
  const flip = async () => {
    await textOf(page).focus()
    await page.keyboard.press('Control+Alt+b')
    await pressAt(page, page.getByRole('button', { name: 'Người duyệt và quy tắc…' }))
    await pressAt(
      page,
      page.getByRole('checkbox', { name: 'Theo dõi thay đổi của mọi người khi sửa' }),
      'Space',
    )
    await page.keyboard.press('Escape')
    await leave(page)
  }
  await flip()
  for (const each of [drafter.page, leader.page])
    await expect(isTracked(each)).toHaveAttribute('aria-pressed', 'true')
  await goByKeys(page, 'xây mới')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type(' hơn')
  await expect(textOf(drafter.page).getByRole('insertion').filter({ hasText: 'hơn' })).toBeVisible()
  await page.keyboard.press('Alt+PageDown')
  await pressAt(page, page.getByRole('button', { name: 'Giữ thay đổi' }))
  await expect(textOf(drafter.page).getByRole('insertion')).toHaveCount(0)
  await expect(textOf(drafter.page)).toContainText('xây mới hơn')
  await flip()
  await expect(isTracked(drafter.page)).toHaveAttribute('aria-pressed', 'false')
})

test('who is entitled lets somebody else approve, and that is written by the approval', async () => {
  await openSection(leader.page, 'Thu ngân sách')
  await pressAt(leader.page, act(leader.page, 'Ủy quyền…'))
  const deputy = leader.page.getByRole('combobox', { name: 'Ủy quyền cho' })
  await expect(deputy).toBeFocused()
  await leader.page.keyboard.press('ArrowDown')
  await expect(deputy.locator('option:checked')).toHaveText(thu)
  await expectNoViolation(leader.page, 'delegate')
  await leader.page.keyboard.press('Control+Enter')
  await expect(deputy).toHaveCount(0)
  await leave(leader.page)
  const dialog = await openSection(secretary.page, 'Thu ngân sách')
  await expect(act(secretary.page, 'Duyệt mục này')).toBeVisible()
  await secretary.page.keyboard.press('Control+Enter')
  await expect(dialog).toContainText(`${thu} thay ${van}`)
  await leave(secretary.page)
})

test('what leaders say among themselves stands in their windows only', async () => {
  const { page } = leader
  await annotate(page, 'Trường học', 'Giữa lãnh đạo với nhau')
  await pressAt(page, page.getByRole('button', { name: 'Chỉ lãnh đạo', exact: true }))
  await page.getByRole('textbox', { name: 'Ý kiến', exact: true }).press('Control+Enter')
  await expect(cards(page)).toContainText('Chỉ lãnh đạo xem')
  await annotate(page, 'Trường học', 'Cho mọi người')
  await page.keyboard.press('Control+Enter')
  await expect(cards(page)).toHaveCount(2)
  for (const other of [drafter.page, secretary.page]) {
    await showAnnotations(other)
    await expect(cards(other)).toHaveText([/Cho mọi người/u])
  }
})

test.describe('options', () => {
  const tally = (page: Page): Locator => page.getByRole('group', { name: 'Ý kiến về các phương án' })
  const choose = (page: Page): Locator => page.getByRole('button', { name: 'Chọn phương án này: Chủ đề 2' })

  test('a leader says which wording it should be, and the secretary sees who and why', async () => {
    const { page } = leader
    await tally(page).getByRole('button', { name: 'Tôi chọn Chủ đề 2' }).press('Enter')
    await expect(page.getByRole('textbox', { name: 'Lý do' })).toBeFocused()
    await expectNoViolation(page, 'preference')
    await page.keyboard.type('Rõ ý hơn')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(tally(secretary.page)).toContainText('Chủ đề 2: 1 ý kiến')
    await expect(tally(secretary.page)).toContainText(`${van}: Chủ đề 2 (Rõ ý hơn)`)
  })

  test('a leader takes a preference back', async () => {
    await tally(leader.page).getByRole('button', { name: 'Rút ý kiến' }).press('Enter')
    await expect(tally(secretary.page)).toContainText('Chưa có ý kiến nào.')
  })

  test('only who is entitled settles the wording, and the reason stays', async () => {
    const { page } = secretary
    await expect(choose(leader.page)).toHaveCount(0)
    await choose(page).press('Enter')
    await expect(page.getByRole('textbox', { name: 'Lý do quyết định' })).toBeFocused()
    await page.keyboard.type('Đa số')
    await pressAt(page, page.getByRole('button', { name: 'Quyết định', exact: true }))
    for (const each of [secretary.page, leader.page]) {
      await expect(each.getByText('Phương án được chọn')).toBeVisible()
      await expect(tally(each)).toContainText('Đa số')
    }
    await expect(leader.page.getByRole('group', { name: 'Chủ đề 1', exact: true })).toHaveCount(0)
  })
})
