import { accessSync, constants, mkdirSync } from 'node:fs'
import { basename, dirname, extname } from 'node:path'
import { dialog } from 'electron'
import { importFile } from '../../host/import/import-file'
import { freePath } from '../../host/store/free-path'
import { createReportFile } from '../../host/store/report-file'
import { applyCorrections } from '../../../shared/import/apply-corrections'
import { previewOf } from '../../../shared/import/preview'
import type { Input, ImportPreview } from '../../../shared/ipc/contract'
import type { CommandHandlers } from '../ipc/register-commands'
import { forkUtility } from '../isolated/fork-utility'
import type { Caller, Program } from '../program'
import { showReport } from '../reports/show-report'
import type { ReportWindow } from '../windows/report-window'
import { words } from '../words'

type ImportCommands = 'report.import' | 'report.acceptImport' | 'report.discardImport'

export const importHandlers = (program: Program): Pick<CommandHandlers<Caller>, ImportCommands> => ({
  'report.import': async ({ path, taskId }, window) => {
    const source = path === undefined ? await chooseDraft(program, window) : program.chosen.check(path)
    return { preview: source === null ? null : await readDraft(program, window, { source, taskId }) }
  },
  'report.acceptImport': (accepted, window) => acceptImport(program, accepted, window),
  'report.discardImport': ({ token }) => {
    program.imports.discard(token)
    return {}
  },
})

async function chooseDraft(program: Program, window: ReportWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window.browser, {
    title: words.openDraft,
    properties: ['openFile'],
    filters: [{ name: words.drafts, extensions: ['docx', 'txt'] }],
  })
  const [path] = filePaths
  if (canceled || path === undefined) return null
  program.chosen.add(path)
  return path
}

function readDraft(
  program: Program,
  window: ReportWindow,
  { source, taskId }: { source: string; taskId: string },
): Promise<ImportPreview> {
  return program.tasks.run(window, taskId, async task => {
    const result = await importFile(source, {
      signal: task.signal,
      onProgress: ({ step, done, of }) => task.progress(step, done, of),
      isolate: { fork: forkUtility },
    })
    const token = program.imports.keep({ source, result })
    return previewOf(result, { token, sourceName: basename(source) })
  })
}

function acceptImport(
  program: Program,
  { token, corrections }: Input<'report.acceptImport'>,
  window: ReportWindow,
): { opened: boolean } {
  const { source, result } = program.imports.find(token)
  const folder = folderFor(source, program.reportsFolder)
  const path = freePath(folder, basename(source, extname(source)), '.duthao')
  createReportFile(path, applyCorrections(result.report, corrections))
  showReport(program, path, window)
  program.imports.discard(token)
  return { opened: true }
}

/** Beside the draft, or in the program's own folder where nothing may be written there (a CD, a read-only share). */
function folderFor(source: string, fallback: string): string {
  try {
    accessSync(dirname(source), constants.W_OK)
    return dirname(source)
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code) throw error
    mkdirSync(fallback, { recursive: true })
    return fallback
  }
}
