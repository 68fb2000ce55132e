// npm test
import { succeeded, sum, summary } from './count-results.mjs'
import { checks, cluster, e2e, host, pure } from './layers.mjs'
import { runMain } from './run-main.mjs'
import { say } from './say.mjs'
import { ensureBuild } from './steps/ensure-build.mjs'
import { ensureCluster } from './steps/ensure-cluster.mjs'
import { ensureDebian } from './steps/ensure-debian.mjs'
import { ensureLibraries } from './steps/ensure-libraries.mjs'
import { ensurePackages } from './steps/ensure-packages.mjs'
import { ensureRuntime } from './steps/ensure-runtime.mjs'
import { oracles } from './steps/oracles.mjs'
import { words } from './words.mjs'

await runMain(async () => {
  await ensurePackages()
  await ensureDebian(oracles)
  await ensureCluster()
  const windowed = await canOpenWindows()
  await ensureBuild()

  const counts = []
  for (const layer of [...checks, pure, host, cluster]) counts.push(await layer())
  if (windowed) counts.push(await e2e())
  const total = sum(counts)
  if (total.passed === 0) say(words.nothingRan)
  process.stdout.write(`${summary(total)}\n`)
  return succeeded(total) ? 0 : 1
})

/** Without the runtime or its libraries (no root to install them) the other layers still say something. */
async function canOpenWindows() {
  try {
    const runtime = await ensureRuntime()
    say(words.usingRuntime(runtime))
    await ensureLibraries(runtime.executable)
    return true
  } catch (error) {
    say(words.layerSkipped(words.layers.e2e, error instanceof Error ? error.message : String(error)))
    return false
  }
}
