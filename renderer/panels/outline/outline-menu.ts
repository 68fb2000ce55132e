import type { MenuItem } from '../../../shared/ipc/contract'
import type { OutlineItem } from '../../../shared/outline/outline'
import { levels } from '../../../shared/report/levels'
import { askAboutSection } from '../../state/asked-section'
import { popUp } from '../../state/pop-up'
import { vi } from '../../wording/vi'
import type { OutlineActs } from './OutlinePanel'

export function openOutlineMenu({ id, level }: OutlineItem, acts: OutlineActs, readOnly: boolean): void {
  const enabled = !readOnly
  const hasDeeper = levels.at(-1) !== level
  const items: MenuItem[] = [
    { id: 'go', label: vi.outline.goTo, accelerator: 'Enter' },
    { id: 'line', label: '', separator: true },
    { id: 'add', label: vi.outline.addBehind, accelerator: 'Ctrl+Enter', enabled },
    {
      id: 'add-inside',
      label: vi.outline.addInside,
      accelerator: 'Ctrl+Shift+Enter',
      enabled: enabled && hasDeeper,
    },
    { id: 'line-2', label: '', separator: true },
    { id: 'promote', label: vi.outline.promote, accelerator: 'Alt+Shift+Left', enabled },
    { id: 'demote', label: vi.outline.demote, accelerator: 'Alt+Shift+Right', enabled },
    { id: 'up', label: vi.outline.moveUp, accelerator: 'Alt+Shift+Up', enabled },
    { id: 'down', label: vi.outline.moveDown, accelerator: 'Alt+Shift+Down', enabled },
    { id: 'line-3', label: '', separator: true },
    { id: 'section', label: vi.outline.section, accelerator: 'Ctrl+Alt+T' },
  ]
  const does: Readonly<Record<string, () => void>> = {
    go: () => acts.goTo(id),
    add: () => acts.add(id, 0),
    'add-inside': () => acts.add(id, 1),
    promote: () => acts.shift(id, -1),
    demote: () => acts.shift(id, 1),
    up: () => acts.move(id, -1),
    down: () => acts.move(id, 1),
    section: () => askAboutSection(id),
  }
  void popUp(items).then(chosen => {
    if (chosen) does[chosen]?.()
  })
}
