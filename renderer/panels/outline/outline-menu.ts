import type { MenuItem } from '../../../shared/ipc/contract'
import type { BlockId } from '../../../shared/report/ids'
import { popUp } from '../../state/pop-up'
import { vi } from '../../wording/vi'
import type { OutlineActs } from './OutlinePanel'

export function openOutlineMenu(id: BlockId, acts: OutlineActs, readOnly: boolean): void {
  const enabled = !readOnly
  const items: MenuItem[] = [
    { id: 'go', label: vi.outline.goTo, accelerator: 'Enter' },
    { id: 'line', label: '', separator: true },
    { id: 'promote', label: vi.outline.promote, accelerator: 'Alt+Shift+Left', enabled },
    { id: 'demote', label: vi.outline.demote, accelerator: 'Alt+Shift+Right', enabled },
    { id: 'up', label: vi.outline.moveUp, accelerator: 'Alt+Shift+Up', enabled },
    { id: 'down', label: vi.outline.moveDown, accelerator: 'Alt+Shift+Down', enabled },
  ]
  const does: Readonly<Record<string, () => void>> = {
    go: () => acts.goTo(id),
    promote: () => acts.shift(id, -1),
    demote: () => acts.shift(id, 1),
    up: () => acts.move(id, -1),
    down: () => acts.move(id, 1),
  }
  void popUp(items).then(chosen => {
    if (chosen) does[chosen]?.()
  })
}
