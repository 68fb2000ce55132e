import { expect, test } from 'vitest'
import { run } from '../../../electron/launch/run.mjs'

const captured = { output: 'capture' } as const

test('a program hands back its exit code and what it printed', async () => {
  const told = await run('sh', ['-c', 'echo ra; echo lỗi >&2; exit 3'], captured)
  expect(told).toEqual({ code: 3, text: 'ra\nlỗi\n' })
})

test('a program that does not exist is an answer, not an exception', async () => {
  expect((await run('no-such-program', [], captured)).code).toBe(127)
})

test('a program that takes too long is ended together with what it started', async () => {
  const before = Date.now()
  // The inner sleep keeps the pipe open: without ending it too, the answer would come after 20 s.
  const { code } = await run('sh', ['-c', 'sleep 20 & wait'], { ...captured, timeout: 300 })
  expect(code).not.toBe(0)
  expect(Date.now() - before).toBeLessThan(5000)
})
