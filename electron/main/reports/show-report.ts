import { basename } from 'node:path'
import { dialog } from 'electron'
import { Failure } from '../../../shared/ipc/failure'
import type { Program } from '../program'
import type { ReportWindow } from '../windows/report-window'
import { words } from '../words'
import { titleOf } from './open-reports'

/**
 * Shows a report: in the window that has it already, else in `from` where that still is a start screen, else in a
 * window of its own. Throws a Failure where the file cannot be opened; no window changes then.
 */
export function showReport(program: Program, path: string, from?: ReportWindow): ReportWindow {
  const already = program.windows.showing(path)
  if (already) {
    already.focus()
    return already
  }
  const report = program.openReport(path)
  const window = from && !from.report ? from : program.windows.open(from)
  window.show(report)
  remember(program, window)
  const { notice } = report.host.store
  if (notice)
    void dialog.showMessageBox(window.browser, {
      type: 'warning',
      message: words.notice,
      detail: notice,
      buttons: [words.understood],
    })
  return window
}

/** Notes where a window's report is: in its title, in the list of recent reports. */
export function remember(program: Program, window: ReportWindow): void {
  const { report } = window
  if (!report) return
  window.browser.setTitle(`${basename(report.path, '.duthao')} - ${words.appName}`)
  program.chosen.add(report.path)
  program.recent.add(report.path, titleOf(report))
}

/** As `showReport`, for files that the system hands over: a refusal is shown in a box. */
export function tryShowReport(program: Program, path: string, from?: ReportWindow): void {
  try {
    showReport(program, path, from)
  } catch (error) {
    if (!(error instanceof Failure)) program.log(error, 'open')
    const detail = error instanceof Failure ? error.message : words.internal
    void dialog.showMessageBox({
      type: 'error',
      message: words.cannotOpen,
      detail,
      buttons: [words.understood],
    })
  }
}
