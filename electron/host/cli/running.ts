import { RefusedChange } from '../committee/refused-change'
import { words } from './words'

/** Resolves when the program is asked to end: by systemd, or by Ctrl+C. */
export function untilStopped(): Promise<void> {
  return new Promise(done => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => done())
  })
}

/** Why a peer was shut out, for the administrator. */
export function whyShutOut(error: unknown): string {
  if (error instanceof RefusedChange) return words.serve.refused(error.refusal.code)
  // It may quote what a stranger sent: never as it is onto a terminal.
  return words.serve.badMessage(JSON.stringify(String(error).slice(0, 100)))
}
