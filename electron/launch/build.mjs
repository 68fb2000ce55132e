// npm run build
import { runMain } from './run-main.mjs'
import { ensureBuild } from './steps/ensure-build.mjs'
import { ensurePackages } from './steps/ensure-packages.mjs'

await runMain(async () => {
  await ensurePackages()
  await ensureBuild()
})
