import { basename, dirname, extname } from 'node:path'
import { exportReport, prepareExport, previewPdf } from '../../host/export/export-report'
import { freePath } from '../../host/store/free-path'
import { readReport } from '../../../shared/sync/read-report'
import { askWhere } from '../files/ask-where'
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
  const targets: Targets = {}
  let last = reportOf(window).path
  for (const format of formats) {
    const kind = words.formats[format]
    const extension = `.${format}` as const
    const chosen = await askWhere(window, {
      title: words.exportTo(kind),
      kind,
      extension,
      // A free name: the draft that the report came from lies beside it, often under the same one.
      path: freePath(dirname(last), basename(last, extname(last)), extension),
    })
    if (chosen === null) return null
    targets[format] = last = chosen
  }
  return targets
}
