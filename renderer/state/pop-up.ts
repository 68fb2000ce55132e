import type { MenuItem } from '../../shared/ipc/contract'
import { ask } from '../host/ask'

/** The system's own menu at the pointer; the id of what was chosen, or null. */
export async function popUp(items: readonly MenuItem[]): Promise<string | null> {
  const { chosen } = await ask('menu.popup', { items: [...items] })
  return chosen
}
