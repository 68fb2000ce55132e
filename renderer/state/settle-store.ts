import type { StoreState } from '../../shared/ipc/contract'

/** Saving takes a tenth of that; who sees the word should know that something is slow. Milliseconds. */
const slow = 500
/** Shown once the person pauses for so long. Milliseconds. */
const pause = 1500

export interface SettledStore {
  readonly hear: (state: StoreState) => void
  readonly stop: () => void
}

/**
 * The store says "saving" and "saved" at every keystroke. Shown as it comes, each would draw the window between two
 * letters, so "saving" is shown where it lasts and the time of saving once the person pauses. Everything else, and the
 * first word after it, is shown at once.
 */
export function settleStore(show: (state: StoreState) => void): SettledStore {
  let shown: StoreState['kind'] | null = null
  let slowly: ReturnType<typeof setTimeout> | undefined
  let idle: ReturnType<typeof setTimeout> | undefined
  const tell = (state: StoreState): void => {
    stop()
    shown = state.kind
    show(state)
  }
  function stop(): void {
    clearTimeout(slowly)
    clearTimeout(idle)
    slowly = idle = undefined
  }
  function hear(state: StoreState): void {
    clearTimeout(idle)
    if (state.kind === 'saving' && shown === 'saved') slowly ??= setTimeout(() => tell(state), slow)
    else if (state.kind === 'saved' && shown === 'saved') {
      clearTimeout(slowly)
      slowly = undefined
      idle = setTimeout(() => tell(state), pause)
    } else if (state.kind !== shown || state.kind === 'failing') tell(state)
  }
  return { hear, stop }
}
