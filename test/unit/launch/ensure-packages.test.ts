import { expect, test } from 'vitest'
import { packagesAreStale } from '../../../electron/launch/steps/ensure-packages.mjs'

const lock = (packages: Record<string, { version?: string; optional?: boolean }>) => ({ packages })
const wanted = lock({
  '': { version: '0.1.0' },
  'node_modules/yjs': { version: '13.6.33' },
  'node_modules/other-system': { version: '1.0.0', optional: true },
})

test('packages in step with the lock file are left alone', () => {
  expect(packagesAreStale(wanted, lock({ 'node_modules/yjs': { version: '13.6.33' } }))).toBe(false)
})

test('a missing package, another version and a missing note each call for an installation', () => {
  expect(packagesAreStale(wanted, lock({}))).toBe(true)
  expect(packagesAreStale(wanted, lock({ 'node_modules/yjs': { version: '13.6.32' } }))).toBe(true)
  expect(packagesAreStale(wanted, null)).toBe(true)
})
