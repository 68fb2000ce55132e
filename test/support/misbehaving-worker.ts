import { serveIsolated } from '../../electron/host/isolated/serve-isolated'
import { Failure } from '../../shared/ipc/failure'

export type Misdeed =
  'add' | 'count' | 'refuse' | 'break' | 'crash' | 'sleep' | 'block' | 'fill-heap' | 'fill-buffers' | 'pid'

const deeds: Record<Misdeed, (progress: (step: unknown) => void) => unknown> = {
  add: () => 1 + 1,
  pid: () => process.pid,
  count: progress => {
    progress(1)
    progress(2)
    return 'counted'
  },
  refuse: () => {
    throw new Failure('unreadable-file', 'Tệp này không đọc được.')
  },
  break: () => {
    throw new Error('a bug')
  },
  crash: () => process.abort(),
  sleep: () => new Promise(() => setTimeout(() => undefined, 60_000)),
  block: () => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  },
  'fill-heap': () => {
    const kept: string[][] = []
    for (;;) kept.push(new Array<string>(10_000).fill(String(kept.length)))
  },
  'fill-buffers': async () => {
    const kept: Buffer[] = []
    for (;;) {
      kept.push(Buffer.alloc(10_000_000, 1))
      await new Promise(resolve => setTimeout(resolve, 5))
    }
  },
}

serveIsolated<Misdeed, unknown>((deed, progress) => deeds[deed](progress))
