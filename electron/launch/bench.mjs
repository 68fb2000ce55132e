// npm run bench [-- model files window]: one line of JSON for each figure, on the output stream.
import { inRoot } from './paths.mjs'
import { runDrawing } from './run-drawing.mjs'
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
  const viteNode = inRoot('node_modules/vite-node/vite-node.mjs')
  return runDrawing([viteNode, inRoot('test/bench/bench.ts'), ...process.argv.slice(2)])
})
