import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBetweenLetters } from '../../../renderer/host/between-letters'
import { gather } from '../../../renderer/host/gather'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const change = (letter: string): Uint8Array => new TextEncoder().encode(letter)

function gathering() {
  const handed: string[] = []
  const between = createBetweenLetters()
  const gathered = gather(
    updates => handed.push(updates.map(update => new TextDecoder().decode(update)).join('')),
    between,
  )
  return { handed, gathered, between }
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

test('while the person types, what comes waits for the next letter to pass', () => {
  const { handed, gathered, between } = gathering()
  between.letter()
  gathered.add(change('a'))
  vi.advanceTimersByTime(120)
  gathered.add(change('b'))
  expect(handed).toEqual([])
  between.letter()
  vi.advanceTimersByTime(100)
  expect(handed).toEqual(['ab'])
})

test('what came while the person typed does not wait for a letter that is long in coming', () => {
  const { handed, gathered, between } = gathering()
  between.letter()
  gathered.add(change('a'))
  vi.advanceTimersByTime(250)
  expect(handed).toEqual(['a'])
})

test('once the person has stopped typing, a change that comes alone is handed over at once', () => {
  const { handed, gathered, between } = gathering()
  between.letter()
  vi.advanceTimersByTime(400)
  gathered.add(change('a'))
  expect(handed).toEqual(['a'])
})
