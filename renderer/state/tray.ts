import { create } from 'zustand'
import type { TrayEntry } from '../../shared/tray/entry'
import { ask } from '../host/ask'
import { listen } from '../host/events'
import { vi } from '../wording/vi'
import { attempt } from './attempt'
import { say } from './window-state'

interface TrayState {
  readonly entries: readonly TrayEntry[]
}

/** What the open report's tray holds. */
export const useTray = create<TrayState>(() => ({ entries: [] }))

/** Keeps the entries as the host has them, until the returned function is called. */
export const hearTray = (): (() => void) =>
  listen('tray.changed', ({ entries }) => {
    const known = new Set(useTray.getState().entries.map(({ id }) => id))
    const fresh = entries.filter(({ id }) => !known.has(id))
    useTray.setState({ entries })
    if (fresh.length > 0) say(vi.tray.came(fresh.length))
  })

/** The person has seen to an entry. */
export const settle = (id: string): Promise<unknown> => attempt(() => ask('tray.settle', { id }))

/** The person gives the words up. */
export const discard = (id: string): Promise<unknown> => attempt(() => ask('tray.discard', { id }))
