import { defineConfig } from 'vitest/config'
import { ownTemporaryFolder } from './support/own-temporary-folder'

ownTemporaryFolder()

const project = (name: string) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`, `test/${name}/**/*.test.tsx`], testTimeout: 60_000 },
})

// One project per layer of proof. `host` and `cluster` need a build (npm run build) and the programs that check exports;
// end-to-end tests run under Playwright instead (test/e2e).
export default defineConfig({
  test: { projects: [project('unit'), project('collaboration'), project('host'), project('cluster')] },
})
