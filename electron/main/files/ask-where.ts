import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { dialog } from 'electron'
import type { ReportWindow } from '../windows/report-window'
import { words } from '../words'

export interface Wish {
  readonly title: string
  /** Proposed; the person may choose any other. */
  readonly path: string
  /** What the file is, in words. */
  readonly kind: string
  readonly extension: '.duthao' | '.docx' | '.pdf' | '.csv' | '.giaymoi'
}

/** Where a person wants a file, with its extension; null = cancelled. One that is there already only if they said so. */
export async function askWhere(window: ReportWindow, wish: Wish): Promise<string | null> {
  const { title, path: defaultPath, kind, extension } = wish
  const { canceled, filePath } = await dialog.showSaveDialog(window.browser, {
    title,
    defaultPath,
    filters: [{ name: kind, extensions: [extension.slice(1)] }],
    // Without the first, Linux replaces a file without a word.
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  if (canceled || !filePath) return null
  const path = withExtension(filePath, extension)
  // The system asked about the name as it was typed, which on Linux may lack the extension.
  return path === filePath || !existsSync(path) || (await mayReplace(window, path)) ? path : null
}

const ours = ['.duthao', '.docx', '.pdf', '.csv', '.giaymoi']

function withExtension(path: string, extension: string): string {
  const typed = extname(path)
  const name = ours.includes(typed.toLowerCase()) ? basename(path, typed) : basename(path)
  return join(dirname(path), name + extension)
}

async function mayReplace(window: ReportWindow, path: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window.browser, {
    type: 'warning',
    message: words.alreadyThere(basename(path)),
    buttons: [words.keepOld, words.replace],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}
