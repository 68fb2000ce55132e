import type { Doc } from 'yjs'
import { ZodError } from 'zod'
import { copySection, readCopy, type ReadCopy } from '../../../shared/approvals/section-copy'
import type { SectionContent } from '../../../shared/ledger/change-ledger'
import type { BlockId } from '../../../shared/report/ids'
import { readReport } from '../../../shared/sync/read-report'

/** Sections of the shared report at this moment. The report is read once, and only if somebody asks. */
export function contentIn(body: Doc): (section: string) => SectionContent | undefined {
  let report: ReturnType<typeof readReport> | undefined
  return section => {
    report ??= readReport(body)
    const copy = copySection(report, section as BlockId)
    return copy && { copy, read: readCopy(copy) }
  }
}

/** A kept copy; undefined where there is none, or it is not what its name says. */
export function copyNamed(copies: ReadonlyMap<string, string>, fingerprint: string): ReadCopy | undefined {
  const kept = copies.get(fingerprint)
  if (kept === undefined) return undefined
  try {
    const read = readCopy(JSON.parse(kept))
    return read.fingerprint === fingerprint ? read : undefined
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError || error instanceof ZodError)
      return undefined
    throw error
  }
}
