import { nanoid } from 'nanoid'
import { create } from 'zustand'
import { fromReportJson } from '../../../shared/report/report-json'
import type { Report } from '../../../shared/report/report'
import type { WordMarks } from '../../../shared/returned/word-marks'
import { ask } from '../../host/ask'
import { isCancelled, wordsFor } from '../attempt'
import { hearProgress } from '../import-file'
import type { ReportSession } from '../report-session'
import { showDialog, type Doing } from '../window-state'
import { guessSource, type SourceGuess } from './guess-source'

/** A Word file that came back, as it was read. */
export interface ReturnedFile {
  readonly name: string
  /** With all tracked changes accepted. */
  readonly report: Report
  readonly marks: WordMarks
  readonly warnings: readonly string[]
  /** What it may have been made from, the likest first. */
  readonly sources: readonly SourceGuess[]
}

export type Receiving =
  | { readonly kind: 'reading'; readonly doing: Doing }
  | { readonly kind: 'read'; readonly file: ReturnedFile }
  | { readonly kind: 'failed'; readonly message: string }

/** The file that the person is taking in, if any. */
export const useReceiving = create<{ readonly now: Receiving | null }>(() => ({ now: null }))

const show = (now: Receiving | null): void => useReceiving.setState({ now })

export function stopReceiving(): void {
  show(null)
  showDialog(null)
}

/** Lets the person choose a file and reads it; the report is not touched. */
export async function receiveWord(session: ReportSession): Promise<void> {
  const taskId = nanoid(10)
  const stop = hearProgress(taskId, doing => {
    show({ kind: 'reading', doing })
    showDialog('returned')
  })
  try {
    const { file } = await ask('returned.readFile', { taskId })
    if (!file) return
    const [report, rejected] = [file.accepted, file.rejected].map(read)
    if (!report) return
    const sources = await guessSource(session, rejected ?? report)
    const { name, marks, warnings } = file
    show({ kind: 'read', file: { name, report, marks, warnings, sources } })
    showDialog('returned')
  } catch (error) {
    if (isCancelled(error)) return
    show({ kind: 'failed', message: wordsFor(error) })
    showDialog('returned')
  } finally {
    stop()
  }
}

const read = (json: string | null): Report | null => (json === null ? null : fromReportJson(JSON.parse(json)))
