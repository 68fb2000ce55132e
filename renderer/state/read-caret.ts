import { readScreen } from '../editor/read-screen'
import type { ReportSession } from './report-session'

/**
 * Takes in where a click or an arrow key has put the caret. The browser tells it a moment later, and a command that comes
 * before that would be about the place where the person was.
 */
export function readCaret(session: ReportSession): void {
  const view = session.activeEditor()
  if (view) readScreen(view)
}
