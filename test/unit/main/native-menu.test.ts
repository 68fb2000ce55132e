import type { MenuItemConstructorOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { menuIds } from '../../../shared/ipc/menu-ids'

vi.mock('electron', () => ({ Menu: {} }))
const { menuTemplate } = await import('../../../electron/main/menu/native-menu')

type Item = MenuItemConstructorOptions
const nothing = (): void => undefined
const choose = vi.fn()
const openRecent = vi.fn()
const actions = {
  choose,
  openRecent,
  newReport: nothing,
  open: nothing,
  saveCopy: nothing,
  move: nothing,
  showInFolder: nothing,
  about: nothing,
}

const within = (items: readonly Item[]): Item[] =>
  items.flatMap(item => [item, ...(Array.isArray(item.submenu) ? within(item.submenu) : [])])
const menu = menuTemplate(actions, [
  { path: '/a/Báo cáo.duthao', title: 'Nông nghiệp & môi trường', openedAt: '', missing: false },
  { path: '/a/Đã mất.duthao', title: 'Đã mất', openedAt: '', missing: true },
])
const all = within(menu)

test('the menu offers everything that a window can be told, once', () => {
  const ids = all.map(item => item.id).filter(id => id !== undefined)
  expect([...ids].sort()).toEqual([...menuIds].sort())
})

test('no two items share a key, and none is without words', () => {
  const keys = all.map(item => item.accelerator).filter(key => key !== undefined)
  expect(new Set(keys).size).toBe(keys.length)
  for (const item of all) if (item.type !== 'separator') expect(item.label).toBeTruthy()
})

test('an item tells the window its id', () => {
  all.find(item => item.id === 'insert-note')?.click?.(undefined as never, undefined, undefined as never)
  expect(choose).toHaveBeenCalledWith('insert-note')
})

test('recent reports are listed by title, those that are gone left out', () => {
  const recent = all.filter(item => item.sublabel !== undefined)
  expect(recent.map(item => item.label)).toEqual(['Nông nghiệp && môi trường'])
  recent[0]?.click?.(undefined as never, undefined, undefined as never)
  expect(openRecent).toHaveBeenCalledWith('/a/Báo cáo.duthao')
})
