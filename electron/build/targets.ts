import type { Rollup } from 'vite'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The oldest engines the program runs on: Electron 33 (its pinned fallback) and Node 20 (command line). */
export const chromium = 'chrome130'
export const node = 'node20'

/** Left outside the bundle: they load a native addon or a WebAssembly file that lies beside their code. */
export const external = ['electron', '@photostructure/sqlite', '@myriaddreamin/typst-ts-web-compiler']

/** zod's annotations for other bundlers; Rollup drops them and says so at length, to no use for anyone. */
export const onwarn: Rollup.WarningHandlerWithDefault = (warning, warn) => {
  if (warning.code !== 'INVALID_ANNOTATION') warn(warning)
}
