import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** The shape the npm packages and Electron's archives name this computer by, as `linux-x64`. */
export const platform = `${process.platform}-${process.arch}`

export const isRoot = process.getuid?.() === 0

/** @param {NodeJS.ProcessEnv} [env] */
export const hasDisplay = (env = process.env, os = process.platform) =>
  os !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])

/**
 * Where a program is, as the shell would find it.
 * @param {string} name
 * @returns {string | null}
 */
export function findProgram(name, env = process.env) {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return folders.map(folder => join(folder, name)).find(existsSync) ?? null
}

/** Outside the checkout and of node_modules: what is fetched once stays when either is thrown away. */
export function cacheFolder(env = process.env, os = process.platform, home = homedir()) {
  /** @type {Record<string, string>} */
  const named = {
    darwin: join(home, 'Library/Caches'),
    win32: env['LOCALAPPDATA'] ?? join(home, 'AppData/Local'),
  }
  return join(env['XDG_CACHE_HOME'] || named[os] || join(home, '.cache'), 'du-thao')
}
