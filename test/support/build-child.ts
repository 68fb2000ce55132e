import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { unbundled } from '../../electron/build/targets'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * For this process alone: another run may build the same program, perhaps from other sources, while this one still
 * starts it. Below the checkout, so that packages that stay outside the bundle are found.
 */
function ownFolder(): string {
  const all = join(root, '.build/test')
  mkdirSync(all, { recursive: true })
  for (const owner of readdirSync(all))
    if (/^\d+$/.test(owner) && !isRunning(Number(owner)))
      rmSync(join(all, owner), { recursive: true, force: true })
  return join(all, String(process.pid))
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Bundles a program of test/host/children, so that it starts as fast as the real one; the path to run. */
export async function buildChild(name: string): Promise<string> {
  const outDir = join(ownFolder(), name)
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir,
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
  return join(outDir, `${name}.mjs`)
}
