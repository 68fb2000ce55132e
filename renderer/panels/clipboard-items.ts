import type { MenuItem } from '../../shared/ipc/contract'
import { vi } from '../wording/vi'

/** Cut, copy, paste: the ids are those that the main process carries out itself, for a page may not read the clipboard. */
export const clipboardItems = (canWrite: boolean): MenuItem[] => [
  { id: 'role:cut', label: vi.menu.cut, accelerator: 'Ctrl+X', enabled: canWrite },
  { id: 'role:copy', label: vi.menu.copy, accelerator: 'Ctrl+C' },
  { id: 'role:paste', label: vi.menu.paste, accelerator: 'Ctrl+V', enabled: canWrite },
  {
    id: 'role:pasteAndMatchStyle',
    label: vi.menu.pastePlain,
    accelerator: 'Ctrl+Shift+V',
    enabled: canWrite,
  },
]
