// npm run package [-- --linux | --win | --mac]
import { runMain } from './run-main.mjs'
import { say } from './say.mjs'
import { ensureBuild } from './steps/ensure-build.mjs'
import { ensurePackage, pack } from './steps/ensure-package.mjs'
import { ensurePackages } from './steps/ensure-packages.mjs'
import { ensureRuntime } from './steps/ensure-runtime.mjs'
import { inRoot } from './paths.mjs'
import { words } from './words.mjs'

await runMain(async () => {
  const targets = process.argv.slice(2)
  await ensurePackages()
  const runtime = await ensureRuntime()
  say(words.usingRuntime(runtime))
  await ensureBuild()
  if (targets.length === 0) {
    say(words.packaged((await ensurePackage(runtime)).folder))
    return 0
  }
  // The pinned runtime is past its support: good for building and testing, not for other people's computers.
  if (runtime.origin === 'fallback') say(words.notForShipping(runtime.version))
  const code = await pack(runtime, targets)
  say(code === 0 ? words.packaged(inRoot('dist')) : words.packagingFailed)
  return code
})
