import { Failure } from '../../../shared/ipc/failure'
import { forkNode } from './fork-node'
import type { ForkIsolated } from './isolated-process'
import { type JobOptions, type Running, runJob, watch } from './run-job'
import { words } from './words'
import { workerArguments } from './worker-arguments'

export interface KeptOptions {
  readonly entry: string
  readonly memoryLimit?: number | undefined
  readonly fork?: ForkIsolated | undefined
}

export interface KeptWorker<Input, Output> {
  /** Starts the process ahead of the first job. */
  warm(): void
  /** Jobs run one after the other. A job that fails by crash, time or cancelling costs the process; the next starts anew. */
  run(input: Input, options?: JobOptions): Promise<Output>
  /** Ends the process; a job under way fails. */
  close(): void
}

/** One worker process kept for later jobs, for work whose start is dear (loading the PDF engine). */
export function keepIsolated<Input, Output>(options: KeptOptions): KeptWorker<Input, Output> {
  const { entry, memoryLimit, fork = forkNode } = options
  let running: Running | null = null
  let queue: Promise<unknown> = Promise.resolve()

  const worker = (): Running => {
    if (!running || running.exited) running = watch(fork(entry, workerArguments(memoryLimit)))
    return running
  }
  const close = () => {
    running?.process.kill()
    running = null
  }
  const runNow = async (input: Input, job: JobOptions): Promise<Output> => {
    if (job.signal?.aborted) throw new Failure('cancelled', words.cancelled)
    const used = worker()
    try {
      return await runJob<Output>(used, input, job)
    } catch (error) {
      // After a refusal the worker would do, but a fresh one holds no leftovers of a bad input.
      if (running === used) close()
      throw error
    }
  }
  return {
    warm: () => void worker(),
    run: (input, job = {}) => {
      const result = queue.then(() => runNow(input, job))
      queue = result.catch(() => undefined)
      return result
    },
    close,
  }
}
