import type { Rollup } from 'vite'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The oldest engines the program runs on: Electron 33 (its pinned fallback) and Node 20 (command line). */
export const chromium = 'chrome130'
export const node = 'node20'

/** Left outside the bundle: they load a native addon or a WebAssembly file that lies beside their code. */
export const external = ['electron', '@photostructure/sqlite', '@myriaddreamin/typst-ts-web-compiler']

/** Add-ons that ws does without. Left as they are written: `require` fails inside the `try` that expects it to. */
export const unbundled = ['bufferutil', 'utf-8-validate']

/** Remarks of other bundlers' concern, made about packages that are none of ours; Rollup tells them at length. */
const unneeded = ['INVALID_ANNOTATION', 'MODULE_LEVEL_DIRECTIVE']

export const onwarn: Rollup.WarningHandlerWithDefault = (warning, warn) => {
  if (!unneeded.includes(warning.code ?? '')) warn(warning)
}
