import { Failure } from '../../../shared/ipc/failure'
import { exitOutOfMemory, Job, type News } from './messages'
import { memoryLimitOf } from './worker-arguments'

/** Answers one job; a thrown Failure reaches the caller with its words. */
export type IsolatedHandler<Input, Output> = (
  input: Input,
  progress: (progress: unknown) => void,
) => Output | Promise<Output>

/** Electron's utility process has this in place of `process.send`; its type is not known under plain Node. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
  postMessage(message: unknown): void
}

interface Parent {
  post(news: News): void
  listen(listener: (message: unknown) => void): void
}

/** The worker's side: call once, at the end of a worker's entry file. */
export function serveIsolated<Input, Output>(handler: IsolatedHandler<Input, Output>): void {
  const parent = connectParent()
  watchMemory(memoryLimitOf(process.argv))
  parent.listen(message => {
    const job = Job.parse(message)
    void answer(job, handler, parent)
  })
}

async function answer<Input, Output>(
  { id, input }: Job,
  handler: IsolatedHandler<Input, Output>,
  parent: Parent,
): Promise<void> {
  try {
    // The caller states the type of its input and of this worker together (one pair per entry).
    const output = await handler(input as Input, progress =>
      parent.post({ kind: 'progressed', id, progress }),
    )
    parent.post({ kind: 'done', id, output })
  } catch (error) {
    parent.post(
      error instanceof Failure
        ? { kind: 'refused', id, code: error.code, message: error.message }
        : {
            kind: 'broken',
            id,
            stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
          },
    )
  }
}

function connectParent(): Parent {
  const port = (process as unknown as { readonly parentPort?: ParentPort }).parentPort
  if (port)
    return {
      post: news => port.postMessage(news),
      listen: listener => port.on('message', event => listener(event.data)),
    }
  // Left alone by a parent that died: nobody waits for the answer any more.
  process.on('disconnect', () => process.exit())
  return {
    post: news => process.send?.(news),
    listen: listener => process.on('message', listener),
  }
}

/** The heap has its own limit (execArgv); this one also sees buffers and WebAssembly memory. */
function watchMemory(limit: number): void {
  setInterval(() => {
    if (process.memoryUsage.rss() > limit) process.exit(exitOutOfMemory)
  }, 50).unref()
}
