import { PanelRightClose } from 'lucide-react'
import { useId } from 'react'
import { chooseTab, openTab, useSideTab, type SideTab } from '../../state/side-tab'
import { showSide } from '../../state/sides'
import { Tabs, type Tab } from '../../ui/Tabs'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'
import { SidePanel } from '../SidePanel'
import { useMarkedSentences } from '../tray/use-tray-groups'
import { tabParts } from './tabs'

/** What stands right of the paper: what people say about the report, what they would change, what to look at. */
export function RightSide() {
  const wanted = useSideTab(state => state.tab)
  const id = useId()
  useMarkedSentences()
  const tabs = useTabs(wanted)
  const part = tabParts.find(each => each.id === wanted)
  return (
    <SidePanel side="review" strip={<Strip tabs={tabs} />}>
      <div className="side-head">
        <Tabs {...{ id, tabs }} label={vi.side.tabs} value={wanted} onChoose={chooseTab} />
        <ToolButton
          size="small"
          icon={PanelRightClose}
          label={vi.side.close}
          onClick={() => showSide('review', false)}
        />
      </div>
      <div className="side-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${wanted}`}>
        {part && <part.Panel />}
      </div>
    </SidePanel>
  )
}

function useTabs(wanted: SideTab): readonly Tab<SideTab>[] {
  // The parts are constant, and so is the order of their hooks.
  const counts = tabParts.map(part => ({ count: part.useCount(), forMe: part.useForMe?.() ?? 0 }))
  return tabParts.flatMap(({ id, icon, words, isOptional }, index) => {
    const { count, forMe } = counts[index] ?? { count: 0, forMe: 0 }
    if (isOptional && count === 0 && id !== wanted) return []
    const mine = forMe > 0 ? `, ${vi.side.forMe(forMe)}` : ''
    return [
      {
        ...{ value: id, icon, count, name: words.name, isUrgent: forMe > 0 },
        counted: words.counted + mine,
        long: words.long(count) + mine,
      },
    ]
  })
}

const Strip = ({ tabs }: { tabs: readonly Tab<SideTab>[] }) =>
  tabs.map(({ value, icon, long, count, isUrgent }) => (
    <ToolButton key={value} icon={icon} label={vi.side.open(long)} onClick={() => openTab(value)}>
      {count > 0 && <span className={isUrgent ? 'count urgent' : 'count'}>{count}</span>}
    </ToolButton>
  ))
