import { useEffect, useState } from 'react'
import { readCopy, type ReadCopy } from '../../../shared/approvals/section-copy'
import type { SectionStatus } from '../../../shared/approvals/section-states'
import type { Difference } from '../../../shared/compare/difference'
import { ask } from '../../host/ask'
import { Failure } from '../../../shared/ipc/failure'
import { differences } from './use-seen-section'

/** `none`: it was never approved. `no-copy`: what was approved is not at hand. */
export type SinceApproval =
  | { readonly kind: 'none' | 'asking' | 'no-copy' }
  | { readonly kind: 'compared'; readonly differences: readonly Difference[] }

/** What changed in a section since the last approval that does not hold any more. */
export function useSinceApproval({ lapsed, section }: SectionStatus, seen: ReadCopy | null): SinceApproval {
  const last = lapsed.filter(({ of }) => of === section).at(-1)?.fingerprint
  const [before, setBefore] = useState<ReadCopy | 'asking' | null>('asking')
  useEffect(() => {
    if (last === undefined) return undefined
    let isWanted = true
    setBefore('asking')
    copyOf(last).then(
      copy => isWanted && setBefore(copy),
      (error: unknown) => {
        if (!(error instanceof Failure)) reportError(error)
        if (isWanted) setBefore(null)
      },
    )
    return () => {
      isWanted = false
    }
  }, [last])
  if (last === undefined) return { kind: 'none' }
  if (before === 'asking') return { kind: 'asking' }
  if (!before || !seen) return { kind: 'no-copy' }
  return { kind: 'compared', differences: differences(before, seen) }
}

async function copyOf(fingerprint: string): Promise<ReadCopy | null> {
  const { copy } = await ask('approval.copy', { fingerprint })
  return copy === null ? null : readCopy(JSON.parse(copy))
}
