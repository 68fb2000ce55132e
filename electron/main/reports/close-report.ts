import { dialog } from 'electron'
import type { Program } from '../program'
import type { ReportWindow } from '../windows/report-window'
import { words } from '../words'
import { titleOf } from './open-reports'

/** How long a window may take to hand over its last keystrokes. */
const patience = 1500

/** Lets a window close only once its report is in its file, or the person said that it may. */
export function closeWithCare(program: Program, window: ReportWindow): void {
  let closing = false
  window.browser.on('close', event => {
    if (!window.report) return
    event.preventDefault()
    if (closing) return
    closing = true
    finish(program, window)
      .then(closed => {
        closing = false
        if (closed) window.browser.destroy()
      })
      .catch((error: unknown) => {
        closing = false
        program.log(error, 'close')
      })
  })
}

async function finish(program: Program, window: ReportWindow): Promise<boolean> {
  const { report } = window
  if (!report) return true
  const whole = await report.host.settle(patience)
  if (!whole && !(await mayClose(window))) return false
  if (report.host.store.readOnly === null) program.recent.add(report.path, titleOf(report))
  program.tasks.cancelAll(window)
  window.release()
  report.close()
  return true
}

async function mayClose(window: ReportWindow): Promise<boolean> {
  const state = window.report?.host.store.state()
  if (state?.kind !== 'failing') return true
  const { response } = await dialog.showMessageBox(window.browser, {
    type: 'warning',
    message: words.notSaved,
    detail: words.notSavedDetail(state.message, state.recoveryPath),
    buttons: [words.keepOpen, words.closeAnyway],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}
