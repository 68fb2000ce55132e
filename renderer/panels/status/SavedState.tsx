import { Lock, TriangleAlert } from 'lucide-react'
import { unreachable } from '../../../shared/util/exhaustive'
import { useStore } from '../../state/store-state'
import { moment } from '../../wording/window'
import { vi } from '../../wording/vi'

/** Whether the words are on disk, in words. */
export function SavedState() {
  const store = useStore(state => state.store)
  switch (store?.kind) {
    case undefined:
      return null
    case 'saved':
      return (
        <span className="saved" role="status">
          <i className="dot" />
          {vi.saved.saved(moment(store.at, new Date()))}
        </span>
      )
    case 'saving':
      return (
        <span className="saved saving">
          <i className="dot" />
          {vi.saved.saving}
        </span>
      )
    case 'failing':
      return (
        <span className="saved bad" role="status">
          <TriangleAlert size={13} strokeWidth={2} aria-hidden />
          {vi.saved.failing}
        </span>
      )
    case 'read-only':
      return (
        <span className="saved wait" role="status">
          <Lock size={13} strokeWidth={2} aria-hidden />
          {vi.saved.readOnly}
        </span>
      )
    default:
      return unreachable(store)
  }
}
