#!/usr/bin/env node
// npx du-thao: the command line of the checkout. Its answers own the output stream; what is said here goes to the other.
import { inRoot } from './paths.mjs'
import { run } from './run.mjs'
import { runMain } from './run-main.mjs'
import { ensureBuild } from './steps/ensure-build.mjs'
import { ensurePackages } from './steps/ensure-packages.mjs'

await runMain(async () => {
  await ensurePackages()
  await ensureBuild(['node'])
  const args = [inRoot('.build/node/cli.js'), ...process.argv.slice(2)]
  const { code } = await run(process.execPath, args, { cwd: process.cwd() })
  return code
})
