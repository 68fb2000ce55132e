import { basename, dirname, extname, join } from 'node:path'
import { dialog } from 'electron'
import { exportReport, prepareExport, previewPdf } from '../../host/export/export-report'
import { readReport } from '../../../shared/sync/read-report'
import type { CommandHandlers } from '../ipc/register-commands'
import { forkUtility } from '../isolated/fork-utility'
import type { Caller, Program } from '../program'
import type { ReportWindow } from '../windows/report-window'
import { words } from '../words'
import { reportOf } from './report'

type Format = 'docx' | 'pdf'
type Targets = Partial<Record<Format, string>>

export const exportHandlers = (
  program: Program,
): Pick<CommandHandlers<Caller>, 'report.export' | 'report.preview'> => ({
  'report.preview': async (_input, window) => {
    const { host } = reportOf(window)
    await host.settle(1000)
    return { pdf: await previewPdf(readReport(host.store.body), { fork: forkUtility }) }
  },
  'report.export': async ({ formats, taskId }, window) => {
    const isolate = { fork: forkUtility }
    // The PDF is set while a person chooses where it goes.
    if (formats.includes('pdf')) void prepareExport(readReport(reportOf(window).host.store.body), { isolate })
    const targets = await chooseTargets(window, [...new Set(formats)])
    if (!targets) return { paths: [] }
    const { paths, warnings } = await program.tasks.run(window, taskId, async task => {
      await reportOf(window).host.settle(1000)
      return exportReport(readReport(reportOf(window).host.store.body), {
        ...targets,
        signal: task.signal,
        onProgress: ({ step, done, of }) => task.progress(step, done, of),
        isolate,
      })
    })
    program.chosen.add(...paths)
    return { paths: [...paths], warnings: warnings.map(({ message }) => message) }
  },
})

/** Where each format goes, one dialog each so that the system asks before anything is replaced; null = cancelled. */
async function chooseTargets(window: ReportWindow, formats: readonly Format[]): Promise<Targets | null> {
  const { path } = reportOf(window)
  const targets: Targets = {}
  let last = path
  for (const format of formats) {
    const { canceled, filePath } = await dialog.showSaveDialog(window.browser, {
      title: words.exportTo(words.formats[format]),
      defaultPath: withExtension(last, format),
      filters: [{ name: words.formats[format], extensions: [format] }],
    })
    if (canceled || !filePath) return null
    targets[format] = last = withExtension(filePath, format)
  }
  return targets
}

function withExtension(path: string, format: Format): string {
  const known = ['.duthao', '.docx', '.pdf'].includes(extname(path).toLowerCase())
  return join(dirname(path), `${known ? basename(path, extname(path)) : basename(path)}.${format}`)
}
