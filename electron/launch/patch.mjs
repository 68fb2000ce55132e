// What npm runs after `npm install`: the launch scripts do the same by themselves.
import { runMain } from './run-main.mjs'
import { ensurePatches } from './steps/ensure-patches.mjs'

await runMain(ensurePatches)
