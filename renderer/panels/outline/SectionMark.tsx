import type { BlockId } from '../../../shared/report/ids'
import { useApprovals } from '../../state/approvals'
import { StateMark } from '../board/StateMark'

/** Stands beside the title of a section that is not simply being written. */
export function SectionMark({ id }: { id: BlockId }) {
  const state = useApprovals(({ states }) => states.get(id)?.state ?? 'writing')
  return state === 'writing' ? null : <StateMark state={state} />
}
