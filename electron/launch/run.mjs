import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

/**
 * @typedef {object} RunOptions
 * @property {number} [timeout] ms; past it the program and everything it started are ended
 * @property {'inherit' | 'capture' | 'stderr'} [output] `stderr`: what it prints goes to our error stream
 * @property {Record<string, string>} [env] added to ours
 * @property {string} [cwd]
 */

/** @type {Record<NonNullable<RunOptions['output']>, import('node:child_process').StdioOptions>} */
const streams = { inherit: 'inherit', capture: ['ignore', 'pipe', 'pipe'], stderr: ['ignore', 2, 2] }

/**
 * Runs a program to its end. Never throws: a program that cannot be started answers with code 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, text: string }>} `text` is what it printed, when captured
 */
export function run(command, args, { timeout, output = 'inherit', env = {}, cwd = root } = {}) {
  // A group of its own, so that what a script started can be ended with it; never for what reads from the terminal.
  const grouped = timeout !== undefined && output !== 'inherit' && process.platform !== 'win32'
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: streams[output],
    detached: grouped,
    // npm is a batch file on Windows, and only a shell starts those.
    shell: process.platform === 'win32' && command === 'npm',
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', piece => (text += String(piece)))

  const end = () => {
    if (child.pid && grouped) process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  }
  const pass = () => void child.kill('SIGTERM')
  process.once('SIGTERM', pass)
  const clock = timeout === undefined ? undefined : setTimeout(end, timeout)

  return new Promise(resolve => {
    /** @param {number} code */
    const finish = code => {
      clearTimeout(clock)
      process.off('SIGTERM', pass)
      resolve({ code, text })
    }
    child.on('error', error => {
      text += error.message
      finish(127)
    })
    child.on('close', code => finish(code ?? 1))
  })
}
