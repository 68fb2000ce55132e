import { basename, dirname, extname } from 'node:path'
import { exportReport, prepareExport, previewPdf } from '../../host/export/export-report'
import { goingOut, nameGoingOut } from '../../host/export/going-out'
import type { Report } from '../../../shared/report/report'
import { readReport } from '../../../shared/sync/read-report'
import { lastDraft } from '../../../shared/versions/draft-mark'
import { chooseTargets } from '../files/choose-targets'
import type { CommandHandlers } from '../ipc/register-commands'
import { forkUtility } from '../isolated/fork-utility'
import type { Caller, Program } from '../program'
import { recordExport } from '../reports/record-export'
import type { ReportWindow } from '../windows/report-window'
import { reportOf } from './report'

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
    const { path } = reportOf(window)
    const name = nameGoingOut(basename(path, extname(path)), report)
    const targets = await chooseTargets(window, { folder: dirname(path), name }, formats)
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
    const unrecorded = await recordExport(reportOf(window), program, { paths, official: official === true })
    const told = warnings.map(({ message }) => message)
    return { paths: [...paths], warnings: unrecorded === null ? told : [...told, unrecorded] }
  },
})

/** The report as it is now, with its draft mark or as the official one. Throws a Failure where that cannot be yet. */
function leaving(window: ReportWindow, official?: boolean): Report {
  const { host, versions } = reportOf(window)
  return goingOut(readReport(host.store.body), { last: lastDraft(versions.list), official })
}
