import { vi } from '../../wording/vi'
import { reviewer, useReview, useReviewer } from '../review'
import { say } from '../window-state'
import { asksFor } from './asks-for'

/** How many threads wait for the person at this window. */
export function useAskingForMe(): number {
  const self = useReviewer()
  return useReview(({ annotations }) => annotations.filter(each => asksFor(each, self)).length)
}

/** Says it in the status bar when one more waits, until the returned function is called. */
export function tellOfNewOnes(): () => void {
  let known: ReadonlySet<string> | null = null
  let self = ''
  return useReview.subscribe(({ annotations }) => {
    // What was there when the report was opened, or when the host said who one is, is counted and not announced.
    if (self !== reviewer()) known = null
    self = reviewer()
    const asking = annotations.filter(each => asksFor(each, self)).map(({ id }) => id)
    const fresh = known === null ? 0 : asking.filter(id => !known?.has(id)).length
    known = new Set(asking)
    if (fresh > 0) say(vi.annotations.came(fresh))
  })
}
