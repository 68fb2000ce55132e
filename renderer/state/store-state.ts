import { create } from 'zustand'
import type { StoreState } from '../../shared/ipc/contract'
import { listen } from '../host/events'
import { settleStore } from './settle-store'

/** Whether the open report is on disk; null while none is open. Good news comes after a pause, bad news at once. */
export const useStore = create<{ readonly store: StoreState | null }>(() => ({ store: null }))

/** Hears of the store until the returned function is called. */
export function hearStore(): () => void {
  const settle = settleStore(store => useStore.setState({ store }))
  const stop = listen('store.changed', settle.hear)
  return () => {
    settle.stop()
    stop()
  }
}
