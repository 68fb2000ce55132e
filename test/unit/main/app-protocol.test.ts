import { sep } from 'node:path'
import { expect, test, vi } from 'vitest'

vi.mock('electron', () => ({ protocol: {} }))
const { fileFor } = await import('../../../electron/main/security/app-protocol')

const folders = { renderer: `${sep}app${sep}renderer`, fonts: `${sep}app${sep}fonts` }

test.each([
  ['app://du-thao/', '/app/renderer/index.html'],
  ['app://du-thao/index.html', '/app/renderer/index.html'],
  ['app://du-thao/assets/main.js', '/app/renderer/assets/main.js'],
  ['app://du-thao/fonts/Tinos-Bold.ttf', '/app/fonts/Tinos-Bold.ttf'],
])('serves %s', (address, file) => {
  expect(fileFor(address, folders)?.replaceAll(sep, '/')).toBe(file)
})

test.each([
  'app://du-thao/../main/main.js',
  'app://du-thao/%2e%2e/main/main.js',
  'app://du-thao/..%2fmain/main.js',
  'app://du-thao/fonts/..%2f..%2fetc/passwd',
  'app://du-thao/assets/..%2f..%2f..%2fetc/passwd',
  'app://du-thao/index.html%00.png',
  'app://khac/index.html',
  'http://du-thao/index.html',
])('leads out of its folders by no address: %s', address => {
  const file = fileFor(address, folders)
  if (file !== null) expect(file.replaceAll(sep, '/')).toMatch(/^\/app\/(renderer|fonts)\//)
})

test.each([
  'app://du-thao/..%2fmain/main.js',
  'app://du-thao/fonts/..%2f..%2fetc/passwd',
  'app://khac/index.html',
])('serves nothing for %s', address => expect(fileFor(address, folders)).toBeNull())
