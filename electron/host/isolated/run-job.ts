import type { FailureCode } from '../../../shared/ipc/contract'
import { Failure } from '../../../shared/ipc/failure'
import type { IsolatedProcess } from './isolated-process'
import { exitOutOfMemory, News } from './messages'
import { words } from './words'

export interface JobOptions {
  readonly signal?: AbortSignal | undefined
  /** What the handler's `progress` passes on. */
  readonly onProgress?: ((progress: unknown) => void) | undefined
  /** Milliseconds until the worker is killed. */
  readonly timeLimit?: number | undefined
  /** The code of the Failure for a crash, too much time or memory: 'unreadable-file' when a file is to blame. */
  readonly blame?: FailureCode | undefined
}

const defaultTimeLimit = 30_000

type Ending =
  | { readonly kind: 'news'; readonly news: News }
  | { readonly kind: 'exit'; readonly code: number | null; readonly errors: string }

/** What a worker says and how it ends, heard from its start on so that nothing is missed between two jobs. */
export interface Running {
  readonly process: IsolatedProcess
  listener: ((ending: Ending) => void) | null
  exited: Extract<Ending, { kind: 'exit' }> | null
}

export function watch(process: IsolatedProcess): Running {
  const running: Running = { process, listener: null, exited: null }
  process.onMessage(message => {
    running.listener?.({ kind: 'news', news: News.parse(message) })
  })
  process.onExit((code, errors) => {
    running.exited = { kind: 'exit', code, errors }
    running.listener?.(running.exited)
  })
  return running
}

let lastJob = 0

/**
 * Gives one job to a running worker and waits. Kills the worker when the job is cancelled or takes too long.
 * Throws the handler's Failure, or one of ours for a crash, a time-out, exhausted memory, a cancelled job.
 */
export function runJob<Output>(running: Running, input: unknown, options: JobOptions): Promise<Output> {
  const { signal, onProgress, timeLimit = defaultTimeLimit, blame = 'internal' } = options
  const id = ++lastJob
  return new Promise<Output>((resolve, reject) => {
    const stop = (failure: Failure) => {
      end()
      running.process.kill()
      reject(failure)
    }
    const cancel = () => stop(new Failure('cancelled', words.cancelled))
    const timer = setTimeout(() => stop(new Failure(blame, words.timedOut(timeLimit))), timeLimit)
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      running.listener = null
    }
    const hear = (ending: Ending) => {
      if (ending.kind === 'exit') {
        end()
        reject(failureOfExit(ending, blame))
      } else if (ending.news.id !== id) return
      else if (ending.news.kind === 'progressed') onProgress?.(ending.news.progress)
      else {
        end()
        if (ending.news.kind === 'done') resolve(ending.news.output as Output)
        else reject(failureOfRefusal(ending.news))
      }
    }
    if (signal?.aborted) {
      cancel()
      return
    }
    signal?.addEventListener('abort', cancel)
    running.listener = hear
    if (running.exited) hear(running.exited)
    else running.process.post({ kind: 'job', id, input })
  })
}

type Refusal = Extract<News, { kind: 'refused' | 'broken' }>

const failureOfRefusal = (refusal: Refusal): Error =>
  refusal.kind === 'refused'
    ? new Failure(refusal.code, refusal.message)
    : new Error(`The worker broke: ${refusal.stack}`)

function failureOfExit(exit: { code: number | null; errors: string }, blame: FailureCode): Failure {
  const memory = exit.code === exitOutOfMemory || /out of memory|allocation failed/i.test(exit.errors)
  const failure = new Failure(blame, memory ? words.outOfMemory : words.crashed)
  failure.cause = exit
  return failure
}
