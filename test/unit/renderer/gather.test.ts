import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gather } from '../../../renderer/host/gather'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const change = (letter: string): Uint8Array => new TextEncoder().encode(letter)

function gathering() {
  const handed: string[] = []
  const gathered = gather(updates =>
    handed.push(updates.map(update => new TextDecoder().decode(update)).join('')),
  )
  return { handed, gathered }
}

test('a change that comes alone is handed over at once', () => {
  const { handed, gathered } = gathering()
  gathered.add(change('a'))
  expect(handed).toEqual(['a'])
  vi.advanceTimersByTime(1000)
  gathered.add(change('b'))
  expect(handed).toEqual(['a', 'b'])
})

test('changes that follow closely are handed over together, in their order', () => {
  const { handed, gathered } = gathering()
  for (const letter of 'abcd') {
    gathered.add(change(letter))
    vi.advanceTimersByTime(4)
  }
  expect(handed).toEqual(['a'])
  vi.advanceTimersByTime(200)
  expect(handed).toEqual(['a', 'bcd'])
})

test('what waits is handed over when it is asked for, and not twice', () => {
  const { handed, gathered } = gathering()
  gathered.add(change('a'))
  gathered.add(change('b'))
  gathered.flush()
  expect(handed).toEqual(['a', 'b'])
  vi.advanceTimersByTime(200)
  expect(handed).toEqual(['a', 'b'])
})
