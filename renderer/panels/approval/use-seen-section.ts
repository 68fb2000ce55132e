import { useCallback, useEffect, useMemo, useState } from 'react'
import { copySection, readCopy, type ReadCopy } from '../../../shared/approvals/section-copy'
import { compareReports } from '../../../shared/compare/compare-contents'
import type { Difference } from '../../../shared/compare/difference'
import type { BlockId } from '../../../shared/report/ids'
import type { ReportSession } from '../../state/report-session'
import { useSession, useSettled } from '../../state/use-session'

export interface SeenSection {
  /** What the person was shown, and would approve; null where there is no such section any more. */
  readonly seen: ReadCopy | null
  /** What somebody changed since. Nothing is approved until it was looked at. */
  readonly meanwhile: readonly Difference[]
  /** The person has looked: from now on what stands now is what was shown. */
  readonly look: () => void
  /** The host has something else than this window. */
  readonly meet: (copy: string | null) => void
}

/** A section as it was when a person began to look at it, held still while others write. */
export function useSeenSection(section: BlockId): SeenSection {
  const session = useSession()
  const [seen, setSeen] = useState(() => sectionNow(session, section))
  const [fromHost, setFromHost] = useState<ReadCopy | null>(null)
  const read = useCallback((now: ReportSession) => sectionNow(now, section), [section])
  const here = useSettled(read, 300)
  useEffect(() => {
    setSeen(sectionNow(session, section))
    setFromHost(null)
  }, [session, section])
  const now = fromHost ?? here
  const meanwhile = useMemo(
    () =>
      seen && now && now.section === section && now.fingerprint !== seen.fingerprint
        ? differences(seen, now)
        : [],
    [seen, now, section],
  )
  return {
    seen,
    meanwhile,
    look: () => {
      setSeen(now)
      setFromHost(null)
    },
    meet: copy => setFromHost(copy === null ? sectionNow(session, section) : readCopy(JSON.parse(copy))),
  }
}

function sectionNow(session: ReportSession, section: BlockId): ReadCopy | null {
  const copy = copySection(session.report(), section)
  return copy ? readCopy(copy) : null
}

export const differences = (was: ReadCopy, now: ReadCopy): readonly Difference[] =>
  compareReports(was.report, now.report).differences
