import { mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

export interface BuiltWorker {
  /** Absolute path of the bundled worker. */
  readonly entry: string
  remove(): void
}

/** Bundles a worker source (path from the top of the checkout) so that a process can run it, as the program's build does. */
export async function buildWorker(source: string): Promise<BuiltWorker> {
  const folder = mkdtempSync(resolve('node_modules/.worker-'))
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: [] },
    build: {
      ssr: resolve(source),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'worker.mjs' } },
    },
  })
  return { entry: join(folder, 'worker.mjs'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}
