import { forkNode } from './fork-node'
import type { ForkIsolated } from './isolated-process'
import { type JobOptions, runJob, watch } from './run-job'
import { workerArguments } from './worker-arguments'

export interface IsolatedOptions<Input> extends JobOptions {
  /** Absolute path of the built worker (`.build/node/*.js`), which calls `serveIsolated`. */
  readonly entry: string
  readonly input: Input
  /** Megabytes that the worker may hold in all. */
  readonly memoryLimit?: number | undefined
  readonly fork?: ForkIsolated | undefined
}

/**
 * Runs one job in a process of its own, so that a hostile file can neither block nor crash the program.
 * The process is gone when the promise settles. Throws Failure (Vietnamese words).
 */
export async function runIsolated<Input, Output>(options: IsolatedOptions<Input>): Promise<Output> {
  const { entry, input, memoryLimit, fork = forkNode } = options
  const running = watch(fork(entry, workerArguments(memoryLimit)))
  try {
    return await runJob<Output>(running, input, options)
  } finally {
    running.process.kill()
  }
}
