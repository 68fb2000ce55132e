// npm run test:e2e [-- Playwright's own arguments]
import { succeeded, summary } from './count-results.mjs'
import { e2e } from './layers.mjs'
import { runMain } from './run-main.mjs'
import { say } from './say.mjs'
import { ensureBuild } from './steps/ensure-build.mjs'
import { ensureLibraries } from './steps/ensure-libraries.mjs'
import { ensurePackages } from './steps/ensure-packages.mjs'
import { ensureRuntime } from './steps/ensure-runtime.mjs'
import { words } from './words.mjs'

await runMain(async () => {
  await ensurePackages()
  const runtime = await ensureRuntime()
  say(words.usingRuntime(runtime))
  await ensureLibraries(runtime.executable)
  await ensureBuild()
  const counts = await e2e(process.argv.slice(2))
  say(summary(counts))
  return succeeded(counts) ? 0 : 1
})
