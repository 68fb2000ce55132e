// npm start
import { showSample } from './show-sample.mjs'
import { hasDisplay } from './machine.mjs'
import { root } from './paths.mjs'
import { run } from './run.mjs'
import { runMain } from './run-main.mjs'
import { say } from './say.mjs'
import { ensureBuild } from './steps/ensure-build.mjs'
import { ensureLibraries } from './steps/ensure-libraries.mjs'
import { ensurePackages } from './steps/ensure-packages.mjs'
import { ensureRuntime } from './steps/ensure-runtime.mjs'
import { sandboxSwitches } from './steps/ensure-sandbox.mjs'
import { words } from './words.mjs'

await runMain(async () => {
  await ensurePackages()
  if (!hasDisplay()) {
    say(words.noDisplay)
    await ensureBuild()
    return showSample()
  }
  const runtime = await ensureRuntime()
  say(words.usingRuntime(runtime))
  await ensureLibraries(runtime.executable)
  await ensureBuild()
  const switches = await sandboxSwitches(runtime.executable)
  say(words.starting)
  // Chromium's own log (English, about buses and graphics) tells the person who types the command nothing.
  const { code } = await run(runtime.executable, [
    ...switches,
    '--log-level=3',
    root,
    ...process.argv.slice(2),
  ])
  return code
})
