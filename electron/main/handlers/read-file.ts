import { basename } from 'node:path'
import { dialog } from 'electron'
import { importFile } from '../../host/import/import-file'
import { toReportJson } from '../../../shared/report/report-json'
import type { CommandHandlers } from '../ipc/register-commands'
import { forkUtility } from '../isolated/fork-utility'
import type { Caller, Program } from '../program'
import type { ReportWindow } from '../windows/report-window'
import { words } from '../words'

export const readFileHandlers = (program: Program): Pick<CommandHandlers<Caller>, 'comparison.readFile'> => ({
  'comparison.readFile': async ({ taskId }, window) => {
    const path = await chooseWordFile(window, words.compareFile)
    if (path === null) return { file: null }
    const name = basename(path)
    const { report, warnings } = await program.tasks.run(window, taskId, task =>
      importFile(path, {
        signal: task.signal,
        onProgress: ({ step, done, of }) => task.progress(step, done, of),
        isolate: { fork: forkUtility },
      }),
    )
    const said = warnings.map(({ place, message }) => `${place}: ${message}`)
    const token = program.readFiles.keep({ name, report })
    return { file: { token, name, report: JSON.stringify(toReportJson(report)), warnings: said } }
  },
})

/** The Word file that the person chooses, or null. */
export async function chooseWordFile(window: ReportWindow, title: string): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window.browser, {
    title,
    properties: ['openFile'],
    filters: [{ name: words.formats.docx, extensions: ['docx'] }],
  })
  return canceled ? null : (filePaths[0] ?? null)
}
