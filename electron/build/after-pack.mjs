import { rmSync } from 'node:fs'
import { join } from 'node:path'

/** What only a checkout needs of the runtime: the app it shows without one of ours, and our note of its files. */
const ofTheCheckout = ['resources/default_app.asar', '.seal.json']

/** Called by electron-builder. @param {{ appOutDir: string }} context */
export default function afterPack({ appOutDir }) {
  for (const name of ofTheCheckout) rmSync(join(appOutDir, name), { force: true })
}
