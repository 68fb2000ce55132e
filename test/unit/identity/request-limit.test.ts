import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { limitRequests } from '../../../electron/host/identity/request-limit'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

function askedBy(mayAsk: (address: string) => boolean, address: string, times: number): number {
  return Array.from({ length: times }, () => mayAsk(address)).filter(Boolean).length
}

test('an office of a hundred computers behind one address comes back at once', () => {
  expect(askedBy(limitRequests(), '10.0.0.1', 200)).toBe(200)
})

test('a flood from one address is stopped, others are not', () => {
  const mayAsk = limitRequests()
  expect(askedBy(mayAsk, '10.0.0.1', 1000)).toBeLessThan(250)
  expect(askedBy(mayAsk, '10.0.0.2', 10)).toBe(10)
})

test('whoever was stopped may ask again after a while', () => {
  const mayAsk = limitRequests()
  askedBy(mayAsk, '10.0.0.1', 1000)
  vi.advanceTimersByTime(1000)
  expect(askedBy(mayAsk, '10.0.0.1', 20)).toBe(10)
})

test('a flood from many addresses does not make it forget the one that it stopped', () => {
  const mayAsk = limitRequests()
  askedBy(mayAsk, '10.0.0.1', 1000)
  for (let other = 0; other < 9000; other++) mayAsk(`10.1.${other >> 8}.${other & 255}`)
  expect(mayAsk('10.0.0.1')).toBe(false)
})
