import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { ownTemporaryFolder } from '../support/own-temporary-folder'

ownTemporaryFolder()

const inRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

// One window at a time: two would fight for the focus, and focus is part of what is tested.
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: inRoot('test-results'),
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: inRoot('.build/results/e2e.json') }]],
})
