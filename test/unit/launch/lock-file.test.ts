import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Package {
  readonly version?: string
  readonly resolved?: string
  readonly dependencies?: Record<string, string>
  readonly devDependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
}

const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8')
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> }

test('the lock file names no registry: each office has its own', () => {
  const hosts = Object.values(packages).filter(({ resolved }) => resolved !== undefined)
  expect(hosts).toEqual([])
  expect(read('.npmrc')).toContain('omit-lockfile-registry-resolved=true')
})

// npm 11 refuses the whole installation when one of them is missing, and leaves such lines out itself when the registry
// at hand does not carry a package for another system.
test('the lock file names the packages for other systems too', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(name => !isLocked(path, name)),
  )
  expect(missing).toEqual([])
})

test('the lock file is in step with package.json', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Package
  expect(packages['']).toMatchObject({ dependencies, devDependencies })
})

/** Where Node would look for it: beside the package's own folder, then further up. */
function isLocked(path: string, name: string): boolean {
  const folders = path.split('/node_modules/')
  const places = folders.map((_, count) => [...folders.slice(0, count + 1), name].join('/node_modules/'))
  return [`node_modules/${name}`, ...places].some(place => place in packages)
}
