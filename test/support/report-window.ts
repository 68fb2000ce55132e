import { copyFile, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { launchApp, type RunningApp } from './launch-app'

const sample = fileURLToPath(new URL('../../resources/sample/bao-cao-mau.docx', import.meta.url))

/** A running program with a report in its window. */
export interface OpenWindow extends RunningApp {
  readonly page: Page
}

/** A program whose window shows a new, empty report. */
export async function openNewReport(as: { userData?: string } = {}): Promise<OpenWindow> {
  const app = await launchApp({ env: await home(), ...as })
  await app.window.getByRole('button', { name: 'Báo cáo mới' }).click()
  return opened(app)
}

/** A program whose window shows the sample report, imported from its Word file. */
export async function openSample(): Promise<OpenWindow> {
  const app = await launchApp({ files: [await copyOfSample()], env: await home() })
  await app.window.getByRole('button', { name: 'Nhận thành báo cáo' }).click()
  return opened(app)
}

/** The import dialog over the sample's Word file. */
export async function openImport(): Promise<OpenWindow> {
  const app = await launchApp({ files: [await copyOfSample()], env: await home() })
  await app.window.getByRole('grid', { name: 'Bố cục nhận được' }).waitFor()
  return { ...app, page: app.window }
}

/** A report is made beside the file that it is imported from: never in the checkout. */
async function copyOfSample(): Promise<string> {
  const copy = join(await mkdtemp(join(tmpdir(), 'du-thao-sample-')), 'bao-cao-mau.docx')
  await copyFile(sample, copy)
  return copy
}

async function opened(app: RunningApp): Promise<OpenWindow> {
  await expect(textOf(app.window)).toBeVisible()
  return { ...app, page: app.window }
}

export const textOf = (page: Page) => page.getByRole('textbox', { name: 'Nội dung báo cáo' })

/** New reports go to a folder of this test, not to anyone's documents. */
async function home(): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'du-thao-home-'))
  return { HOME: folder, XDG_DOCUMENTS_DIR: folder }
}
