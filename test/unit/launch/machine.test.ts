import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cacheFolder, findProgram, hasDisplay } from '../../../electron/launch/machine.mjs'
import { librariesNotFound } from '../../../electron/launch/steps/ensure-libraries.mjs'

test('Linux has a display only when X11 or Wayland says so', () => {
  expect(hasDisplay({}, 'linux')).toBe(false)
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
  expect(hasDisplay({}, 'win32')).toBe(true)
})

test('the cache lies where each system keeps such things', () => {
  const home = join('/home', 'lan')
  expect(cacheFolder({}, 'linux', home)).toBe(join(home, '.cache', 'du-thao'))
  expect(cacheFolder({ XDG_CACHE_HOME: '/tmp/kho' }, 'linux', home)).toBe(join('/tmp/kho', 'du-thao'))
  expect(cacheFolder({}, 'darwin', home)).toBe(join(home, 'Library/Caches', 'du-thao'))
})

test('a program is found along the path, and its absence is told', () => {
  expect(findProgram('sh')).toMatch(/\/sh$/)
  expect(findProgram('no-such-program')).toBeNull()
  expect(findProgram('sh', { PATH: '' })).toBeNull()
})

test('libraries that the loader does not find are named', () => {
  const answer = [
    '\tlibgtk-3.so.0 => not found',
    '\tlibc.so.6 => /lib/libc.so.6 (0x7f)',
    '\tlibnss3.so => not found',
  ]
  expect(librariesNotFound(answer.join('\n'))).toEqual(['libgtk-3.so.0', 'libnss3.so'])
})
