import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hashTree } from '../hash.mjs'
import { inRoot, root } from '../paths.mjs'
import { say } from '../say.mjs'

const nodeEntries = [
  'electron/main/main.ts',
  'electron/host/cli/cli.ts',
  'electron/host/import/import-worker.ts',
  'electron/host/export/pdf-worker.ts',
]

/** What is built, from which sources: a target is built again only when the hash of its sources changes. */
const targets = [
  { name: 'node', entries: nodeEntries, sources: ['electron/main', 'electron/host', 'shared'] },
  { name: 'preload', entries: ['electron/preload/preload.ts'], sources: ['electron/preload', 'shared/ipc'] },
  { name: 'renderer', entries: ['renderer/index.html'], sources: ['renderer', 'shared', 'resources/fonts'] },
]

const everywhere = ['electron/build', 'package-lock.json']

/** Brings `.build/` in step with the sources. Packages must be installed. */
export async function ensureBuild() {
  for (const target of targets) {
    const missing = target.entries.filter(entry => !existsSync(inRoot(entry)))
    for (const entry of missing) say(`Chưa có ${entry}: bỏ qua phần này.`)
    if (missing.length < target.entries.length) await ensureTarget(target)
  }
}

/** @param {{ name: string, sources: string[] }} target */
async function ensureTarget({ name, sources }) {
  const output = inRoot('.build', name)
  const stamp = inRoot('.build', `${name}.stamp`)
  const hash = hashTree(root, [...sources, ...everywhere])
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return

  say(`Đang dựng chương trình (${name})…`)
  const fresh = inRoot('.build', `.${name}-${String(process.pid)}`)
  const { build } = await import('vite')
  try {
    await build({
      configFile: inRoot('electron/build', `vite.${name}.config.ts`),
      logLevel: 'warn',
      build: { outDir: fresh },
    })
    put(fresh, output)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  writeFileSync(stamp, hash)
}

/**
 * Built beside and moved into place at once: a program that starts meanwhile sees the old or the new one whole.
 * @param {string} fresh
 * @param {string} output
 */
function put(fresh, output) {
  mkdirSync(fresh, { recursive: true })
  rmSync(output, { recursive: true, force: true })
  renameSync(fresh, output)
}
