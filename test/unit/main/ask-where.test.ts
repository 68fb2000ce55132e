import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ReportWindow } from '../../../electron/main/windows/report-window'

const dialog = { showSaveDialog: vi.fn(), showMessageBox: vi.fn() }
vi.mock('electron', () => ({ dialog }))
const { askWhere } = await import('../../../electron/main/files/ask-where')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ask-where-'))
  dialog.showMessageBox.mockReset()
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What comes of it when the person names this file in the dialog ('' = cancels). */
function choosing(name: string): Promise<string | null> {
  const filePath = name === '' ? '' : join(folder, name)
  dialog.showSaveDialog.mockResolvedValue({ canceled: name === '', filePath })
  const wish = { title: 'Xuất', path: join(folder, 'x.pdf'), kind: 'PDF', extension: '.pdf' } as const
  return askWhere({ browser: {} } as unknown as ReportWindow, wish)
}

test('the dialog is told to ask before a file is replaced', async () => {
  await choosing('a.pdf')
  expect(dialog.showSaveDialog.mock.lastCall?.[1]).toMatchObject({
    properties: expect.arrayContaining(['showOverwriteConfirmation']) as unknown,
  })
})

test.each([
  ['a.pdf', 'a.pdf'],
  ['a', 'a.pdf'],
  ['a.docx', 'a.pdf'],
  ['ngày 3.2', 'ngày 3.2.pdf'],
])('“%s” becomes “%s”', async (typed, name) => {
  expect(await choosing(typed)).toBe(join(folder, name))
  expect(dialog.showMessageBox).not.toHaveBeenCalled()
})

test('a cancelled dialog is null', async () => expect(await choosing('')).toBeNull())

test.each([
  [0, null],
  [1, 'a.pdf'],
])('a file met only with the extension added is asked about (answer %i)', async (response, name) => {
  writeFileSync(join(folder, 'a.pdf'), 'cũ')
  dialog.showMessageBox.mockResolvedValue({ response })
  expect(await choosing('a')).toBe(name && join(folder, name))
  expect(dialog.showMessageBox).toHaveBeenCalledOnce()
})
