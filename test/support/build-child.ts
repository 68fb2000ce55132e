import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { unbundled } from '../../electron/build/targets'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Bundles a program of test/host/children, so that it starts as fast as the real one; the path to run. */
export async function buildChild(name: string): Promise<string> {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      // Below the checkout, so that packages that stay outside the bundle are found.
      outDir: join(root, '.build/test', name),
      emptyOutDir: true,
      target: 'node20',
      ssr: true,
      minify: false,
      commonjsOptions: { ignore: unbundled },
      rollupOptions: {
        input: join(root, 'test/host/children', `${name}.ts`),
        output: { format: 'es', entryFileNames: `${name}.mjs` },
        onwarn: () => undefined,
      },
    },
    ssr: { noExternal: true, external: ['@photostructure/sqlite', 'y-leveldb'], target: 'node' },
  })
  return join(root, '.build/test', name, `${name}.mjs`)
}
