import { utilityProcess } from 'electron'
import type { ForkIsolated } from '../../host/isolated/isolated-process'

const keptErrors = 4000

/** A worker as Electron's utility process: no window, no Electron, killed with the program. */
export const forkUtility: ForkIsolated = (entry, { execArgv, args }) => {
  const child = utilityProcess.fork(entry, [...args], { execArgv: [...execArgv], stdio: 'pipe' })
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-keptErrors)
  })
  // Unread output would fill its pipe and stop the worker.
  child.stdout?.on('data', () => undefined)
  return {
    post: message => child.postMessage(message),
    onMessage: listener => void child.on('message', listener),
    onExit: listener => void child.once('exit', code => listener(code, errors)),
    kill: () => void child.kill(),
  }
}
