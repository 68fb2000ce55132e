import { fork } from 'node:child_process'
import type { ForkIsolated } from './isolated-process'

const keptErrors = 4000

/** A worker under plain Node. It ends by itself when this process goes away (the channel closes). */
export const forkNode: ForkIsolated = (entry, { execArgv, args }) => {
  const child = fork(entry, args, {
    execArgv: [...execArgv],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-keptErrors)
  })
  return {
    // A worker that died meanwhile is reported by its exit; the failed write says nothing more.
    post: message => child.send(message as object, () => undefined),
    onMessage: listener => child.on('message', listener),
    onExit: listener => {
      let left = false
      const leave = (code: number | null, why = '') => {
        if (left) return
        left = true
        listener(code, errors + why)
      }
      // `close` rather than `exit`: by then stderr has been read to its end.
      child.on('close', code => leave(code))
      child.on('error', error => leave(null, error.message))
    },
    kill: () => child.kill('SIGKILL'),
  }
}
