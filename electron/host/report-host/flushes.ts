import { flushFrame } from '../../../shared/sync/sync-frames'
import type { Port } from './port'

interface Waiting {
  readonly round: number
  readonly done: () => void
}

/** Asks windows whether they have sent everything. A port keeps its order, so the answer comes after the changes. */
export interface Flushes {
  /** Resolves when every port has answered or closed, or after `limit` ms. */
  readonly ask: (ports: Iterable<Port>, limit: number) => Promise<void>
  readonly answered: (port: Port, round: number) => void
  readonly left: (port: Port) => void
}

export function createFlushes(): Flushes {
  const waiting = new Map<Port, Waiting[]>()
  let lastRound = 0

  function settle(port: Port, upTo: number): void {
    const all = waiting.get(port) ?? []
    for (const one of all) if (one.round <= upTo) one.done()
    waiting.set(
      port,
      all.filter(one => one.round > upTo),
    )
  }

  return {
    ask: async (ports, limit) => {
      const round = ++lastRound
      const answers = [...ports].map(
        port =>
          new Promise<void>(done => {
            waiting.set(port, [...(waiting.get(port) ?? []), { round, done }])
            port.send(flushFrame(round))
          }),
      )
      await withinLimit(Promise.all(answers), limit)
    },
    answered: settle,
    left: port => {
      settle(port, Infinity)
      waiting.delete(port)
    },
  }
}

async function withinLimit(work: Promise<unknown>, limit: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const timeUp = new Promise(resolve => (timer = setTimeout(resolve, limit)))
  await Promise.race([work, timeUp])
  clearTimeout(timer)
}
