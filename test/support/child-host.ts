import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface ChildHost {
  readonly port: number
  readonly pid: number
  /** Processor time so far in ms, memory now in bytes. */
  readonly used: () => Promise<{ cpu: number; memory: number }>
  /** As a power cut would. */
  readonly kill: () => Promise<void>
  /** What it said on its error stream. */
  readonly errors: () => string
}

/** Starts a program of test/host/children that says "listening PORT"; resolves when it does. `before`: what runs Node. */
export function startChildHost(
  program: string,
  args: readonly string[],
  before: readonly string[] = [],
): Promise<ChildHost> {
  const [command = '', ...rest] = [...before, process.execPath, program, ...args]
  const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const lines = createInterface({ input: child.stdout })
  const next = (): Promise<string[]> =>
    new Promise(resolve => lines.once('line', line => resolve(line.split(' '))))
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The host ended: ${errors}`)))
    void next().then(([, port]) =>
      resolve({
        port: Number(port),
        pid: child.pid ?? 0,
        used: async () => {
          child.stdin.write('\n')
          const [, cpu, memory] = await next()
          return { cpu: Number(cpu), memory: Number(memory) }
        },
        kill: () => kill(child),
        errors: () => errors,
      }),
    )
  })
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    child.once('exit', () => resolve())
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    child.kill('SIGKILL')
  })
}
