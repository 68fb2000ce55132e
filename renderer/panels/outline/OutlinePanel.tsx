import { ChevronsDownUp, ChevronsUpDown, PanelLeftClose, Plus, Search } from 'lucide-react'
import { useState } from 'react'
import type { Outline } from '../../../shared/outline/outline'
import type { BlockId } from '../../../shared/report/ids'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'
import { OutlineTree } from './OutlineTree'
import type { PeopleHere } from './people-here'

export interface OutlineActs {
  readonly goTo: (id: BlockId) => void
  /** An empty section behind this one, or as the last one inside; without a section, behind the caret. */
  readonly add: (id: BlockId | null, deeper: 0 | 1) => void
  /** -1 promotes, 1 demotes the section with everything in it. */
  readonly shift: (id: BlockId, step: -1 | 1) => void
  readonly move: (id: BlockId, step: -1 | 1) => void
  /** Before another section; null = to the end of the report. */
  readonly moveBefore: (id: BlockId, before: BlockId | null) => void
}

interface OutlinePanelProps {
  readonly outline: Outline
  readonly here: BlockId | null
  /** How many problems each section holds. */
  readonly problems: ReadonlyMap<BlockId, number>
  /** Colleagues, by the section they are in. */
  readonly people: PeopleHere
  readonly readOnly: boolean
  readonly acts: OutlineActs
  readonly onClose: () => void
}

export function OutlinePanel(props: OutlinePanelProps) {
  const { outline, here, readOnly, acts, onClose } = props
  const [filter, setFilter] = useState('')
  const [collapsed, setCollapsed] = useState<ReadonlySet<BlockId>>(new Set())
  const parents = outline.items.filter(item => item.children.length > 0)
  const anyCollapsed = collapsed.size > 0
  return (
    <>
      <div className="panel-head">
        <h2 className="grow">{vi.outline.title}</h2>
        <ToolButton
          size="small"
          icon={Plus}
          label={vi.outline.add}
          disabled={readOnly}
          onClick={() => acts.add(here, 0)}
        />
        <ToolButton
          size="small"
          icon={anyCollapsed ? ChevronsUpDown : ChevronsDownUp}
          label={anyCollapsed ? vi.outline.expandAll : vi.outline.collapseAll}
          disabled={parents.length === 0}
          onClick={() => setCollapsed(new Set(anyCollapsed ? [] : parents.map(item => item.id)))}
        />
        <ToolButton size="small" icon={PanelLeftClose} label={vi.outline.close} onClick={onClose} />
      </div>
      <div className="filter with-icon">
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <input
          className="input"
          type="search"
          aria-label={vi.outline.filter}
          placeholder={vi.outline.filter}
          value={filter}
          onChange={event => setFilter(event.target.value)}
          onKeyDown={event => event.key === 'Escape' && setFilter('')}
        />
      </div>
      <OutlineTree {...props} filter={filter} collapsed={collapsed} onCollapse={setCollapsed} />
    </>
  )
}
