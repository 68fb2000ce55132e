import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuItem } from '../../../shared/ipc/contract'
import type { CommandHandlers } from '../ipc/register-commands'
import type { Caller } from '../program'

export const menuHandlers: Pick<CommandHandlers<Caller>, 'menu.popup'> = {
  'menu.popup': ({ items }, window) =>
    new Promise(resolve => {
      let chosen: string | null = null
      const template = items.map(item => toNative(item, id => (chosen = id)))
      // The callback runs when the menu has closed, and may come before the click of the item that closed it.
      const closed = (): unknown => setTimeout(() => resolve({ chosen }), 0)
      Menu.buildFromTemplate(template).popup({ window: window.browser, callback: closed })
    }),
}

function toNative(item: MenuItem, choose: (id: string) => void): MenuItemConstructorOptions {
  if (item.separator) return { type: 'separator' }
  // A page may not read the clipboard: "role:copy" and its like are carried out by the system itself.
  const role = clipboardRoles.find(each => item.id === `role:${each}`)
  return {
    label: item.label,
    enabled: item.enabled ?? true,
    ...(role ? { role } : {}),
    click: () => choose(item.id),
    // Shown only: the key itself is the editor's.
    registerAccelerator: false,
    ...(item.accelerator === undefined ? {} : { accelerator: item.accelerator }),
    ...(item.checked === undefined ? {} : { type: 'checkbox', checked: item.checked }),
  }
}

const clipboardRoles = ['cut', 'copy', 'paste', 'pasteAndMatchStyle'] as const
