import { recognise } from '../../../shared/import/recognise'
import type { ImportResult } from '../../../shared/import/import-result'
import { Failure } from '../../../shared/ipc/failure'
import type { Report } from '../../../shared/report/report'
import type { WordMarks } from '../../../shared/returned/word-marks'
import { readDocx } from './docx/read-docx'
import type { ImportProgress } from './import-progress'
import { words } from './words'

/** A Word file that came back from outside: both its texts, and what its authors marked in it. */
export interface ReturnedFile extends Omit<ImportResult, 'counts'> {
  /** The text as if nobody had tracked a change; null where nobody has. `report` has all of them accepted. */
  readonly rejected: Report | null
  readonly marks: WordMarks
}

/** A file's bytes as what came back, in this process (`readReturned` uses one of its own). Throws a Failure. */
export async function returnedBytes(
  bytes: Uint8Array,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<ReturnedFile> {
  if (bytes.length === 0) throw new Failure('unreadable-file', words.empty)
  onProgress({ step: words.steps.reading, done: 0, of: 3 })
  const source = await readDocx(bytes)
  onProgress({ step: words.steps.recognising, done: 1, of: 3 })
  const { report, warnings } = recognise(source)
  onProgress({ step: words.steps.revisions, done: 2, of: 3 })
  const { marks } = source
  const rejected = marks.revisions.length > 0 ? recognise(await readDocx(bytes, 'rejected')).report : null
  return { report, rejected, marks, warnings: warnings.filter(({ code }) => !isInMarks(code)) }
}

/** What `marks` holds is no loss. */
const isInMarks = (code: string): boolean => code === 'comment' || code.startsWith('tracked-')
