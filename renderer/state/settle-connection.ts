import type { CommitteeState } from '../../shared/ipc/committee'

/** Everything sent within it was never worth a word. Milliseconds. */
const slow = 2000
/** Between two figures of unsent edits. Milliseconds. */
const pace = 1000

export interface SettledConnection {
  readonly hear: (state: CommitteeState) => void
  readonly stop: () => void
}

/**
 * Unsent edits are counted with every key. Shown as they come, each would draw the window between two letters: the
 * figure is shown a second later, and while connected only where sending lasts. Everything else is shown at once.
 */
export function settleConnection(show: (state: CommitteeState) => void): SettledConnection {
  let shown: CommitteeState | null = null
  let latest: CommitteeState | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => {
    clearTimeout(timer)
    timer = undefined
  }
  const tell = (): void => {
    stop()
    if (latest) show((shown = latest))
  }
  function hear(state: CommitteeState): void {
    latest = state
    if (!shown || wordsOf(shown) !== wordsOf(state) || (shown.unsent > 0 && state.unsent === 0)) tell()
    else if (shown.unsent === state.unsent) stop()
    else timer ??= setTimeout(tell, state.connection === 'connected' && shown.unsent === 0 ? slow : pace)
  }
  return { hear, stop }
}

const wordsOf = ({ part, connection, message, self }: CommitteeState): string =>
  JSON.stringify([part, connection, message, self])
