import { packAsar } from './asar.mjs'

/**
 * What `electron <folder>` runs first; packagers such as Cypress's leave it out. A module that waits for the program to
 * be loaded: until it is, Electron holds back `ready`, before which alone a program may claim its own protocol.
 */
const main = `import { app } from 'electron'
import fs from 'node:fs'
import Module from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const required = []
let entry = null
const args = process.argv.slice(1)
for (let i = 0; i < args.length && entry === null; i++) {
  if (args[i] === '-v' || args[i] === '--version') {
    console.log('v' + process.versions.electron)
    process.exit(0)
  }
  if (args[i] === '-r' || args[i] === '--require') required.push(args[++i])
  else if (!args[i].startsWith('-')) entry = path.resolve(args[i])
}
if (entry === null) process.exit(2)
process.defaultApp = true
if (required.length > 0) Module._preloadModules(required)

const isFolder = fs.statSync(entry).isDirectory()
const note = path.join(entry, 'package.json')
const about = isFolder && fs.existsSync(note) ? JSON.parse(fs.readFileSync(note, 'utf8')) : {}
if (about.version) app.setVersion(about.version)
app.name = about.productName || about.name || 'Electron'
if (!app.commandLine.hasSwitch('user-data-dir')) {
  app.setPath('userData', path.join(app.getPath('appData'), app.name))
}
app.setAppPath(isFolder ? entry : path.dirname(entry))

const file = Module._resolveFilename(entry, null, true)
const isModule = file.endsWith('.mjs') || (about.type === 'module' && !file.endsWith('.cjs'))
if (isModule) await import(pathToFileURL(file))
else Module._load(file, null, true)
`

/** @param {string} version */
export const defaultApp = version =>
  packAsar({
    'package.json': JSON.stringify({ name: 'default_app', version, type: 'module', main: 'main.js' }),
    'main.js': main,
  })
