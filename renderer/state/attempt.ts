import { Failure } from '../../shared/ipc/failure'
import { vi } from '../wording/vi'
import { useWindow } from './window-state'

/** Words for the person, whatever was thrown: a Failure speaks for itself, anything else is a bug and is logged. */
export function wordsFor(error: unknown): string {
  if (error instanceof Failure) return error.message
  // The person gets calm words; the developer finds the whole error in the window's log.
  reportError(error)
  return vi.failure.unknown
}

export const isCancelled = (error: unknown): boolean => error instanceof Failure && error.code === 'cancelled'

/** Runs a command of the window; a refusal is shown, a cancelled one is not. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!isCancelled(error)) useWindow.setState({ failure: wordsFor(error) })
    return undefined
  }
}
