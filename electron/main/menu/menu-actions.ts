import { app, dialog, shell } from 'electron'
import { Failure } from '../../../shared/ipc/failure'
import { defaultProfile } from '../../../shared/report/fields'
import { chooseReport, moveReport, newReport, saveCopy } from '../handlers/report'
import type { Program } from '../program'
import { tryShowReport } from '../reports/show-report'
import { words } from '../words'
import type { MenuActions } from './native-menu'
import { menuWords } from './menu-words'

/** What the menu's items do, for the window in front (on macOS there may be none). */
export function menuActions(program: Program): MenuActions {
  const front = () => program.windows.focused()
  const run = (work: () => Promise<unknown> | undefined): void => {
    Promise.resolve()
      .then(work)
      .catch((error: unknown) => {
        if (!(error instanceof Failure)) program.log(error, 'menu')
        const message = error instanceof Failure ? error.message : words.internal
        void dialog.showMessageBox({ type: 'error', message, buttons: [words.understood] })
      })
  }
  const onReport = (act: typeof saveCopy | typeof moveReport): void =>
    run(() => {
      const window = front()
      return window?.report ? act(program, window) : undefined
    })
  return {
    choose: id => front()?.tell('menu.chosen', { id }),
    newReport: () => run(() => Promise.resolve(newReport(program, defaultProfile, front()))),
    open: () =>
      run(async () => {
        const path = await chooseReport(program, front())
        if (path !== null) tryShowReport(program, path, front())
      }),
    openRecent: path => tryShowReport(program, path, front()),
    saveCopy: () => onReport(saveCopy),
    move: () => onReport(moveReport),
    showInFolder: () => {
      const report = front()?.report
      if (report) shell.showItemInFolder(report.path)
    },
    about: () =>
      void dialog.showMessageBox({
        message: words.appName,
        detail: menuWords.aboutDetail(app.getVersion()),
        buttons: [words.understood],
      }),
  }
}
