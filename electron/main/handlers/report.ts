import { mkdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { dialog, shell } from 'electron'
import { createBodyFile, createReportFile } from '../../host/store/report-file'
import { rowsForCopy } from '../../host/review/copied'
import { freePath } from '../../host/store/free-path'
import { Failure } from '../../../shared/ipc/failure'
import { emptyReport } from '../../../shared/report/empty-report'
import { askWhere } from '../files/ask-where'
import type { CommandHandlers } from '../ipc/register-commands'
import type { Caller, Program } from '../program'
import type { OpenReport } from '../reports/open-reports'
import { remember, showReport } from '../reports/show-report'
import type { ReportWindow } from '../windows/report-window'
import { words } from '../words'

type ReportCommands = 'report.new' | 'report.open' | 'report.saveCopy' | 'report.showInFolder'

export const reportHandlers = (program: Program): Pick<CommandHandlers<Caller>, ReportCommands> => ({
  'report.new': ({ profile }, window) => newReport(program, profile, window),
  'report.open': async ({ path }, window) => {
    const chosen = path === undefined ? await chooseReport(program, window) : program.chosen.check(path)
    if (chosen !== null) showReport(program, chosen, window)
    return { opened: chosen !== null }
  },
  'report.saveCopy': async (_input, window) => ({ path: await saveCopy(program, window) }),
  'report.showInFolder': ({ path }) => {
    shell.showItemInFolder(program.chosen.check(path))
    return {}
  },
})

/** A new report has a file from its first moment, so that nothing in it is ever unsaved. */
export function newReport(program: Program, profile: string, from?: ReportWindow): { opened: boolean } {
  mkdirSync(program.reportsFolder, { recursive: true })
  const path = freePath(program.reportsFolder, words.untitled, '.duthao')
  createReportFile(path, emptyReport(profile))
  showReport(program, path, from)
  return { opened: true }
}

/** The report file that the person chooses, or null. */
export async function chooseReport(program: Program, window?: ReportWindow): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title: words.openReport,
    properties: ['openFile'],
    filters: [{ name: words.reports, extensions: ['duthao'] }],
  }
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window.browser, options)
    : await dialog.showOpenDialog(options)
  const [path] = filePaths
  if (canceled || path === undefined) return null
  program.chosen.add(path)
  return path
}

/** A copy under a name that the person chooses; a report of its own from then on. */
export async function saveCopy(program: Program, window: ReportWindow): Promise<string | null> {
  const report = reportOf(window)
  const name = basename(report.path, '.duthao')
  const path = await askWhere(window, {
    title: words.saveCopy,
    path: freePath(dirname(report.path), words.copyOf(name), '.duthao'),
    kind: words.reports,
    extension: '.duthao',
  })
  if (path === null) return null
  await report.host.settle(1000)
  const said = rowsForCopy(report.review.forCopy, report.speakers, program.identity)
  const { kept, versions } = report.versions.forCopy()
  createBodyFile(path, report.host.store.body, new Map([...said, ...kept]), versions)
  program.chosen.add(path)
  return path
}

/** The report under another name or in another folder; it goes on there. */
export async function moveReport(program: Program, window: ReportWindow): Promise<void> {
  const { host, path: from } = reportOf(window)
  const path = await askWhere(window, {
    title: words.moveReport,
    path: from,
    kind: words.reports,
    extension: '.duthao',
  })
  if (path === null || path === from) return
  await host.settle(1000)
  host.store.moveTo(path)
  program.recent.forget(from)
  remember(program, window)
}

export function reportOf(window: ReportWindow): OpenReport {
  if (!window.report) throw new Failure('not-ready', words.noReport)
  return window.report
}
