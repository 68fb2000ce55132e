import { Lock } from 'lucide-react'
import type { BlockId } from '../../../shared/report/ids'
import { useRights } from '../../state/rights'
import { vi } from '../../wording/vi'

/** Stands beside the title of a locked section. */
export function LockMark({ id }: { id: BlockId }) {
  const isLocked = useRights(({ locks }) => locks.has(id))
  if (!isLocked) return null
  return (
    <span className="lock" role="img" aria-label={vi.rights.lockedMark} title={vi.rights.lockedMark}>
      <Lock size={12} strokeWidth={1.75} aria-hidden />
    </span>
  )
}
