import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { hashFile, hashTree } from '../../../electron/launch/hash.mjs'

let root = ''
const write = (path: string, text: string) => writeFileSync(join(root, path), text)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hash-'))
  mkdirSync(join(root, 'a/deep'), { recursive: true })
  write('a/one.ts', 'one')
  write('a/deep/two.ts', 'two')
})

test('sources keep their hash while nothing in them changes', () => {
  expect(hashTree(root, ['a'])).toBe(hashTree(root, ['a']))
})

test('a changed letter, a new name and a new file each change the hash', () => {
  const before = hashTree(root, ['a'])
  write('a/deep/two.ts', 'twO')
  const changed = hashTree(root, ['a'])
  renameSync(join(root, 'a/one.ts'), join(root, 'a/uno.ts'))
  const renamed = hashTree(root, ['a'])
  write('a/three.ts', '')
  const added = hashTree(root, ['a'])
  expect(new Set([before, changed, renamed, added]).size).toBe(4)
})

test('one file that holds what two held is a change', () => {
  write('a/p', '1')
  write('a/q', '2')
  const before = hashTree(root, ['a'])
  rmSync(join(root, 'a/q'))
  write('a/p', '1a/q\u{0}2')
  expect(hashTree(root, ['a'])).not.toBe(before)
})

test('a folder that does not exist counts as empty', () => {
  expect(hashTree(root, ['a', 'nowhere'])).toBe(hashTree(root, ['a']))
})

test('the hash of a file is its sha256', async () => {
  write('abc', 'abc')
  expect(await hashFile(join(root, 'abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
})
