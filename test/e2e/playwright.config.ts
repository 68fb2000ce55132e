import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { ownTemporaryFolder } from '../support/own-temporary-folder'

ownTemporaryFolder()

const inRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

// One window at a time: two would fight for the focus, and focus is part of what is tested.
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  // Takes the pictures of the README when asked to, and proves nothing that the others do not.
  testIgnore: process.env['SCREENSHOTS'] === '1' ? [] : ['screenshots.spec.ts'],
  outputDir: inRoot('test-results'),
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: inRoot('.build/results/e2e.json') }]],
})
