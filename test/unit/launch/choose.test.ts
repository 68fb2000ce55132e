import { expect, test } from 'vitest'
import { runtimesToTry } from '../../../electron/launch/runtime/choose.mjs'

const fresh = {
  override: false,
  hasOfficial: false,
  failedToday: false,
  hasFallback: false,
  fallbackFits: true,
}

test('a runtime that the person named is the only one', () => {
  expect(runtimesToTry({ ...fresh, override: true, hasOfficial: true })).toEqual(['override'])
})

test('the official runtime is taken where it lies, before the fallback', () => {
  expect(runtimesToTry({ ...fresh, hasOfficial: true, hasFallback: true })).toEqual(['official'])
})

test('a fresh machine tries the official runtime first, then the fallback', () => {
  expect(runtimesToTry(fresh)).toEqual(['fetch-official', 'fallback'])
})

test('a host that was silent today is not waited for when the fallback is at hand', () => {
  expect(runtimesToTry({ ...fresh, failedToday: true, hasFallback: true })[0]).toBe('fallback')
})

test('a system without a fallback has only the official runtime to try', () => {
  expect(runtimesToTry({ ...fresh, fallbackFits: false, failedToday: true })).toEqual(['fetch-official'])
})
