import { useThreads } from '../../../state/annotations/watch'
import { noFilter } from '../../../state/annotations/filter'
import { useSpeakers } from '../../../state/review-people'
import { Button } from '../../../ui/Button'
import { vi } from '../../../wording/vi'
import { Composer } from './Composer'
import { Head } from './Head'
import { ThreadList } from './ThreadList'

/** What people say about the report: the threads in the order of the text, and what is being written. */
export function Annotations() {
  const { all, listed, filter } = useThreads()
  const speakers = useSpeakers()
  return (
    <>
      <Head {...{ all, listed, filter, speakers }} />
      <Composer />
      {listed.length > 0 && <ThreadList {...{ listed, speakers }} />}
      {listed.length === 0 && all.length === 0 && <p className="empty">{vi.annotations.none}</p>}
      {listed.length === 0 && all.length > 0 && (
        <div className="empty">
          <p>{vi.annotations.noneHere}</p>
          <Button
            size="small"
            onClick={() => useThreads.setState({ filter: { ...noFilter, status: 'all' } })}
          >
            {vi.annotations.showAll}
          </Button>
        </div>
      )}
    </>
  )
}
