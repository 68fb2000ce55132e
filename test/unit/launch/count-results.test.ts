import { expect, test } from 'vitest'
import {
  countPlaywright,
  countVitest,
  none,
  succeeded,
  sum,
  summary,
} from '../../../electron/launch/count-results.mjs'

const file = (status: string, ...assertionResults: { status: string }[]) => ({ status, assertionResults })
const vitest = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] }
const playwright = { stats: { expected: 4, unexpected: 1, flaky: 0, skipped: 2 }, errors: [] }

test('passed, failed and skipped tests of every layer are summed into one line', () => {
  const total = sum([countVitest(vitest), countPlaywright(playwright)])
  expect(summary(total)).toBe('7 passed, 2 failed, 5 skipped')
})

test('the line names skipped tests only where there are some', () => {
  expect(summary({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
})

test('a test file that cannot be loaded is a failure although none of its tests failed', () => {
  const testResults = [file('failed'), file('failed', { status: 'failed' }), file('passed')]
  expect(countVitest({ ...vitest, testResults }).failed).toBe(2)
})

test('a test that passed only when tried again is a failure', () => {
  const stats = { ...playwright.stats, unexpected: 0, flaky: 1 }
  expect(countPlaywright({ stats, errors: [] }).failed).toBe(1)
})

test('an error outside of any test is a failure', () => {
  const stats = { expected: 4, unexpected: 0, flaky: 0, skipped: 0 }
  expect(countPlaywright({ stats, errors: [{ message: 'no such module' }] }).failed).toBe(1)
})

test('a run without any test is no success', () => {
  expect(succeeded(none)).toBe(false)
  expect(succeeded({ ...none, skipped: 9 })).toBe(false)
  expect(succeeded({ ...none, passed: 1 })).toBe(true)
  expect(succeeded({ passed: 1, failed: 1, skipped: 0 })).toBe(false)
})
