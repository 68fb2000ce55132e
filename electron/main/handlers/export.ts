import { basename, dirname, extname } from 'node:path'
import { exportReport, prepareExport, previewPdf } from '../../host/export/export-report'
import { goingOut, nameGoingOut } from '../../host/export/going-out'
import { freePath } from '../../host/store/free-path'
import type { Report } from '../../../shared/report/report'
import { readReport } from '../../../shared/sync/read-report'
import { lastDraft } from '../../../shared/versions/draft-mark'
import { askWhere } from '../files/ask-where'
import { plainFileName } from '../files/plain-file-name'
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
    await reportOf(window).host.settle(1000)
    return { pdf: await previewPdf(leaving(window), { fork: forkUtility }) }
  },
  'report.export': async ({ formats, official, taskId }, window) => {
    const isolate = { fork: forkUtility }
    await reportOf(window).host.settle(1000)
    const report = leaving(window, official)
    // The PDF is set while a person chooses where it goes.
    if (formats.includes('pdf')) void prepareExport(report, { isolate })
    const targets = await chooseTargets(window, report, [...new Set(formats)])
    if (!targets) return { paths: [] }
    const { paths, warnings } = await program.tasks.run(window, taskId, async task => {
      await reportOf(window).host.settle(1000)
      return exportReport(leaving(window, official), {
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

/** The report as it is now, with its draft mark or as the official one. Throws a Failure where that cannot be yet. */
function leaving(window: ReportWindow, official?: boolean): Report {
  const { host, versions } = reportOf(window)
  return goingOut(readReport(host.store.body), { last: lastDraft(versions.list), official })
}

/** Where each format goes, one dialog each so that the system asks before anything is replaced; null = cancelled. */
async function chooseTargets(
  window: ReportWindow,
  report: Report,
  formats: readonly Format[],
): Promise<Targets | null> {
  const targets: Targets = {}
  const { path } = reportOf(window)
  let folder = dirname(path)
  let name = plainFileName(nameGoingOut(basename(path, extname(path)), report))
  for (const format of formats) {
    const kind = words.formats[format]
    const extension = `.${format}` as const
    const chosen = await askWhere(window, {
      title: words.exportTo(kind),
      kind,
      extension,
      // A free name: the draft that the report came from lies beside it, often under the same one.
      path: freePath(folder, name, extension),
    })
    if (chosen === null) return null
    targets[format] = chosen
    folder = dirname(chosen)
    name = basename(chosen, extension)
  }
  return targets
}
