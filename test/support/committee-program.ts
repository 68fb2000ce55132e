import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { launchApp, type RunningApp } from './launch-app'
import { textOf } from './report-window'

/** The program on a member's computer, the committee's report in its window. */
export interface MemberProgram extends RunningApp {
  readonly page: Page
  /** The replica on that computer. */
  readonly file: string
  readonly home: string
}

/** Starts the program of a person who has an invitation, and joins with it from the first screen. */
export async function joinByInvitation(link: string): Promise<MemberProgram> {
  const home = await mkdtemp(join(tmpdir(), 'member-'))
  const app = await launchApp({ env: { HOME: home, XDG_DOCUMENTS_DIR: home } })
  const page = app.window
  await page.getByRole('button', { name: /^Tham gia báo cáo được chia sẻ/ }).click()
  await page.getByRole('textbox', { name: 'Đường dẫn hoặc mã' }).fill(link)
  await page.getByRole('button', { name: 'Tham gia', exact: true }).click()
  await expect(textOf(page)).toBeVisible({ timeout: 20_000 })
  await expect(connectionOf(page)).toHaveText('Đã kết nối máy chủ tổ biên tập', { timeout: 20_000 })
  return { ...app, page, home, file: await replicaIn(home) }
}

async function replicaIn(home: string): Promise<string> {
  const names = await readdir(home, { recursive: true })
  return join(home, names.find(name => name.endsWith('.duthao')) ?? '')
}

/** Starts a member's program again, on the report that it was closed with. */
export async function comeBack({ userData, home, file }: MemberProgram): Promise<MemberProgram> {
  const app = await launchApp({ userData, files: [file], env: { HOME: home, XDG_DOCUMENTS_DIR: home } })
  await expect(textOf(app.window)).toBeVisible({ timeout: 20_000 })
  return { ...app, page: app.window, home, file }
}

/** How the window says it stands with the committee. */
export const connectionOf = (page: Page): Locator =>
  page.getByRole('status').filter({ hasText: /máy chủ|mạng|tổ biên tập|chia sẻ/ })

/** A colleague's caret, by the name that it bears. */
export const caretOf = (page: Page, name: string): Locator => page.locator(`[data-colleague="${name}"]`)

/** Puts the caret behind the paragraph that begins so. */
export async function goBehind(page: Page, start: string): Promise<void> {
  await textOf(page).getByRole('paragraph').filter({ hasText: start }).first().click()
  await page.keyboard.press('End')
}

/** All words of the text, as the window shows them. */
export const wordsOn = (page: Page): Promise<string> =>
  textOf(page)
    .getByRole('paragraph')
    .evaluateAll(all => all.map(each => each.textContent).join('\n'))

/** Both windows come to show the same, with all of these words in it. */
export async function expectSame(one: Page, other: Page, ...all: readonly string[]): Promise<void> {
  const timeout = 30_000
  for (const page of [one, other])
    for (const words of all) await expect(textOf(page)).toContainText(words, { timeout })
  await expect.poll(async () => (await wordsOn(one)) === (await wordsOn(other)), { timeout }).toBe(true)
}
