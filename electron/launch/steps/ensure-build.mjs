import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hashTree } from '../hash.mjs'
import { inRoot, root } from '../paths.mjs'
import { say } from '../say.mjs'
import { words } from '../words.mjs'

/** What is built, from which sources: a target is built again only when the hash of its sources changes. */
const targets = [
  { name: 'node', sources: ['electron/main', 'electron/host', 'shared'] },
  { name: 'preload', sources: ['electron/preload', 'shared/ipc'] },
  { name: 'renderer', sources: ['renderer', 'shared', 'resources/fonts'] },
]

const everywhere = ['electron/build', 'package-lock.json']

/**
 * Brings `.build/` in step with the sources. Packages must be installed.
 * @param {readonly string[]} [names] only these parts
 */
export async function ensureBuild(names = targets.map(target => target.name)) {
  for (const target of targets) if (names.includes(target.name)) await ensureTarget(target)
}

/** @param {{ name: string, sources: string[] }} target */
async function ensureTarget({ name, sources }) {
  const output = inRoot('.build', name)
  const stamp = inRoot('.build', `${name}.stamp`)
  const hash = hashTree(root, [...sources, ...everywhere])
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return

  say(words.building(name))
  const fresh = inRoot('.build', `.${name}-${String(process.pid)}`)
  const { build } = await import('vite')
  const { NODE_ENV } = process.env
  try {
    await build({
      configFile: inRoot('electron/build', `vite.${name}.config.ts`),
      logLevel: 'warn',
      build: { outDir: fresh },
    })
    put(fresh, output)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
    // Vite says "production" here, and tests that this process starts would get React without its tools for them.
    if (NODE_ENV === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = NODE_ENV
  }
  writeFileSync(stamp, hash)
}

/**
 * Built beside and moved into place at once: a program that starts meanwhile sees the old or the new one whole. The old
 * one is moved aside first, because a folder in use cannot always be removed, and another build may be at the same spot.
 * @param {string} fresh
 * @param {string} output
 */
function put(fresh, output) {
  const old = `${fresh}-old`
  if (existsSync(output)) renameSync(output, old)
  renameSync(fresh, output)
  rmSync(old, { recursive: true, force: true })
}
