import { create } from 'zustand'
import type { StoreState } from '../../shared/ipc/contract'
import { listen } from '../host/events'

/** Whether the open report is on disk; null while none is open. */
export const useStore = create<{ readonly store: StoreState | null }>(() => ({ store: null }))

/** Hears of the store until the returned function is called. */
export const hearStore = (): (() => void) => listen('store.changed', store => useStore.setState({ store }))
