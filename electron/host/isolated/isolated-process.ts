/** A running worker, whatever started it. Messages are structured clones; the worker is killed, never asked to stop. */
export interface IsolatedProcess {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once. `errors` is the end of what the worker wrote to stderr, if that can be known. */
  onExit(listener: (code: number | null, errors: string) => void): void
  kill(): void
}

/**
 * Starts `entry` (absolute path of a built worker) as a process. Plain Node uses `forkNode`; Electron's main process
 * passes one made of `utilityProcess.fork(entry, args, { execArgv, stdio: 'pipe' })`.
 */
export type ForkIsolated = (
  entry: string,
  options: { readonly execArgv: readonly string[]; readonly args: readonly string[] },
) => IsolatedProcess
