import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepIsolated } from '../../../electron/host/isolated/keep-isolated'
import { type IsolatedOptions, runIsolated } from '../../../electron/host/isolated/run-isolated'
import { Failure } from '../../../shared/ipc/failure'
import { buildWorker, type BuiltWorker } from '../../support/build-worker'
import type { Misdeed } from '../../support/misbehaving-worker'

let worker: BuiltWorker
beforeAll(async () => {
  worker = await buildWorker('test/support/misbehaving-worker.ts')
}, 60_000)
afterAll(() => worker.remove())

const run = (input: Misdeed, options: Partial<IsolatedOptions<Misdeed>> = {}) =>
  runIsolated<Misdeed, unknown>({ entry: worker.entry, input, ...options })
const failureOf = async (running: Promise<unknown>): Promise<Failure> => {
  const error: unknown = await running.catch((reason: unknown) => reason)
  if (!(error instanceof Failure)) throw new Error(`Not a Failure: ${String(error)}`)
  return error
}
const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('answers with what the handler returns', async () => {
  expect(await run('add')).toBe(2)
})

test('passes progress on, in order', async () => {
  const steps: unknown[] = []
  await run('count', { onProgress: step => steps.push(step) })
  expect(steps).toEqual([1, 2])
})

test('brings a refusal over with its code and words', async () => {
  const failure = await failureOf(run('refuse'))
  expect([failure.code, failure.message]).toEqual(['unreadable-file', 'Tệp này không đọc được.'])
})

test('reports a bug in the worker as a bug', async () => {
  await expect(run('break')).rejects.toThrow('a bug')
  await expect(run('break')).rejects.not.toBeInstanceOf(Failure)
})

test('turns a crash into a refusal with the code asked for', async () => {
  const failure = await failureOf(run('crash', { blame: 'unreadable-file' }))
  expect([failure.code, failure.message]).toEqual([
    'unreadable-file',
    expect.stringContaining('dừng đột ngột'),
  ])
})

test('stops a worker that never yields when its time is over', async () => {
  const failure = await failureOf(run('block', { timeLimit: 300 }))
  expect(failure.message).toContain('Quá 0,3 giây')
})

test.each(['fill-heap', 'fill-buffers'] as const)('stops a worker that eats memory (%s)', async deed => {
  const failure = await failureOf(run(deed, { memoryLimit: 120 }))
  expect(failure.message).toContain('bộ nhớ')
})

test('a cancelled job ends at once and leaves no process', async () => {
  const cancel = new AbortController()
  const started = performance.now()
  setTimeout(() => cancel.abort(), 400)
  const failure = await failureOf(run('block', { signal: cancel.signal }))
  expect(failure.code).toBe('cancelled')
  expect(performance.now() - started).toBeLessThan(1000)
})

test('leaves no process behind after an answer', async () => {
  const pid = (await run('pid')) as number
  await expect.poll(() => isRunning(pid)).toBe(false)
})

test('a kept worker serves several jobs with one process', async () => {
  const kept = keepIsolated<Misdeed, unknown>({ entry: worker.entry })
  const pids = await Promise.all([kept.run('pid'), kept.run('pid')])
  expect(pids[0]).toBe(pids[1])
  kept.close()
  await expect.poll(() => isRunning(pids[0] as number)).toBe(false)
})

test('a kept worker starts anew after a crash', async () => {
  const kept = keepIsolated<Misdeed, unknown>({ entry: worker.entry })
  await failureOf(kept.run('crash'))
  expect(await kept.run('add')).toBe(2)
  kept.close()
})

test('closing a kept worker fails the job under way', async () => {
  const kept = keepIsolated<Misdeed, unknown>({ entry: worker.entry })
  const running = failureOf(kept.run('sleep'))
  setTimeout(() => kept.close(), 200)
  expect((await running).message).toContain('dừng đột ngột')
})
