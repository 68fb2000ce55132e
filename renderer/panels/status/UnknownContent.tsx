import { Lock } from 'lucide-react'
import { useSnapshot } from '../../state/use-session'
import { vi } from '../../wording/vi'

/** Says why nothing can be typed where the report holds something that this program does not know. */
export function UnknownContent() {
  const has = useSnapshot(session => session.hasUnknown())
  if (!has) return null
  return (
    <div className="banner wait" role="status">
      <Lock size={16} strokeWidth={1.75} aria-hidden />
      <span className="grow">
        <strong>{vi.rights.unknownTitle}.</strong> {vi.rights.unknown}
      </span>
    </div>
  )
}
