import { Inbox, SpellCheck2 } from 'lucide-react'
import { showSide } from '../../state/sides'
import { showTray, useTray } from '../../state/tray'
import { useProblems } from '../../state/use-problems'
import { Segments } from '../../ui/Segments'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'
import { Review } from '../review/Review'
import { SidePanel } from '../SidePanel'
import { Tray } from './Tray'
import { useTrayGroups } from './use-tray-groups'

/** What stands right of the paper: what to look at before the report goes out, and the tray while it holds anything. */
export function RightSide() {
  const isShown = useTray(state => state.isShown)
  const groups = useTrayGroups()
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0)
  const hasTabs = count > 0 || isShown
  const close = () => showSide('review', false)
  return (
    <SidePanel side="review" strip={<Strip count={count} />}>
      {hasTabs && (
        <div className="side-tabs">
          <Segments
            label={vi.tray.tabs}
            value={isShown ? 'tray' : 'review'}
            choices={[
              { value: 'review', label: vi.review.title },
              { value: 'tray', label: vi.tray.tab(count) },
            ]}
            onChoose={tab => showTray(tab === 'tray')}
          />
        </div>
      )}
      {isShown ? <Tray groups={groups} onClose={close} /> : <Review onClose={close} />}
    </SidePanel>
  )
}

function Strip({ count }: { count: number }) {
  const problems = useProblems(state => state.list.length)
  const open = (isTray: boolean): void => {
    showTray(isTray)
    showSide('review', true)
  }
  return (
    <>
      <ToolButton
        icon={SpellCheck2}
        label={problems > 0 ? vi.review.openWith(problems) : vi.review.open}
        onClick={() => open(false)}
      >
        {problems > 0 && <span className="count">{problems}</span>}
      </ToolButton>
      {count > 0 && (
        <ToolButton icon={Inbox} label={vi.tray.open(count)} onClick={() => open(true)}>
          <span className="count">{count}</span>
        </ToolButton>
      )}
    </>
  )
}
