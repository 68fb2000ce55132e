import type { MouseEvent } from 'react'
import type { MenuItem } from '../../../shared/ipc/contract'
import { popUp } from '../../state/pop-up'
import { vi } from '../../wording/vi'
import { clipboardItems } from '../clipboard-items'
import { chosenRows, type GridContext } from './grid-context'
import { changeChosen } from './row-acts'
import { act } from './use-grid'

/** The menu of a grid: at the pointer, or for one row's status chip. */
export function openGridMenu(
  event: MouseEvent | null,
  grid: GridContext,
  onRemove: () => void,
  onlyStatusOf?: number,
): void {
  if (event?.target instanceof Element && event.target.closest('thead')) return
  event?.preventDefault()
  event?.stopPropagation()
  const shown = onlyStatusOf === undefined ? grid : { ...grid, area: rowArea(grid, onlyStatusOf) }
  const items = onlyStatusOf === undefined ? [...rowItems(shown), ...kindItems(shown)] : directionItems(shown)
  void popUp(items).then(chosen => {
    if (chosen) choose(shown, chosen, onRemove)
  })
}

const rowArea = (grid: GridContext, row: number) => ({
  top: row,
  bottom: row,
  left: 0,
  right: grid.size.columns - 1,
})
const line = (id: string): MenuItem => ({ id, label: '', separator: true })

function rowItems(grid: GridContext): MenuItem[] {
  const count = chosenRows(grid).length
  const write = !grid.readOnly
  return [
    ...clipboardItems(write),
    line('s1'),
    { id: 'above', label: vi.grid.above, accelerator: 'Alt+Shift+Enter', enabled: write },
    { id: 'below', label: vi.grid.below, accelerator: 'Alt+Enter', enabled: write },
    { id: 'up', label: vi.grid.moveUp, accelerator: 'Alt+Up', enabled: write && grid.area.top > 0 },
    {
      id: 'down',
      label: vi.grid.moveDown,
      accelerator: 'Alt+Down',
      enabled: write && grid.area.bottom < grid.size.rows - 1,
    },
    {
      id: 'remove',
      label: count > 1 ? vi.grid.removeMany(count) : vi.grid.remove,
      accelerator: 'Ctrl+Delete',
      enabled: write && count > 0,
    },
  ]
}

function kindItems(grid: GridContext): MenuItem[] {
  const rows = chosenRows(grid)
  const all = (test: (row: (typeof rows)[number]) => boolean) => rows.length > 0 && rows.every(test)
  return [
    line('s2'),
    { id: 'kind:indicator', label: vi.grid.kinds.indicator, checked: all(row => row.kind === 'indicator') },
    { id: 'kind:sub', label: vi.grid.kinds.sub, checked: all(row => row.kind === 'sub') },
    {
      id: 'group:letter',
      label: vi.grid.groupLevels.letter,
      checked: all(row => row.kind === 'group' && row.groupLevel === 'letter'),
    },
    {
      id: 'group:roman',
      label: vi.grid.groupLevels.roman,
      checked: all(row => row.kind === 'group' && row.groupLevel === 'roman'),
    },
    line('s3'),
    ...directionItems(grid),
    line('s4'),
    { id: 'remove-table', label: vi.grid.removeTable, enabled: !grid.readOnly },
  ]
}

function directionItems(grid: GridContext): MenuItem[] {
  const rows = chosenRows(grid)
  return (['up', 'down', ''] as const).map(direction => ({
    id: `direction:${direction}`,
    label: direction ? vi.grid.directions[direction] : `${vi.grid.direction}: ${vi.grid.directions['']}`,
    checked: rows.length > 0 && rows.every(row => row.direction === direction),
    enabled: !grid.readOnly,
  }))
}

function choose(grid: GridContext, chosen: string, onRemove: () => void): void {
  const [name, value] = chosen.split(':')
  switch (name) {
    case 'kind': {
      changeChosen(grid, { kind: value === 'sub' ? 'sub' : 'indicator' })
      return
    }
    case 'group': {
      changeChosen(grid, { kind: 'group', groupLevel: value === 'letter' ? 'letter' : 'roman' })
      return
    }
    case 'direction': {
      changeChosen(grid, { direction: value === 'up' || value === 'down' ? value : '' })
      return
    }
    case 'above':
    case 'below': {
      act(grid, { kind: 'add-row', where: name })
      return
    }
    case 'up':
    case 'down': {
      act(grid, { kind: 'move-rows', by: name === 'up' ? -1 : 1 })
      return
    }
    case 'remove': {
      act(grid, { kind: 'remove-rows' })
      return
    }
    case 'remove-table': {
      onRemove()
      return
    }
    default:
      return
  }
}
