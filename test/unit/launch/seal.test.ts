import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { isIntact, seal } from '../../../electron/launch/runtime/seal.mjs'

let folder = ''
const file = (name: string) => join(folder, name)

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seal-'))
  mkdirSync(file('locales'))
  writeFileSync(file('electron'), 'program')
  writeFileSync(file('locales/vi.pak'), 'tiếng Việt')
  await seal(folder)
})

test('a sealed folder is intact, also after files were added', async () => {
  expect(await isIntact(folder)).toBe(true)
  writeFileSync(file('crash.log'), 'x')
  expect(await isIntact(folder)).toBe(true)
})

test('a folder without its seal is half-written', async () => {
  rmSync(file('.seal.json'))
  expect(await isIntact(folder)).toBe(false)
})

test('a missing, a shortened and a changed file are each noticed', async () => {
  writeFileSync(file('electron'), 'Program')
  expect(await isIntact(folder)).toBe(false)
  writeFileSync(file('electron'), 'prog')
  expect(await isIntact(folder)).toBe(false)
  rmSync(file('electron'))
  expect(await isIntact(folder)).toBe(false)
})

test('a file that was cut is noticed although its time was set back', async () => {
  const time = new Date(1_600_000_000_000)
  utimesSync(file('electron'), time, time)
  await seal(folder)
  truncateSync(file('electron'), 3)
  utimesSync(file('electron'), time, time)
  expect(await isIntact(folder)).toBe(false)
})

test('a file that was only touched is read again and found unchanged', async () => {
  utimesSync(file('electron'), new Date(0), new Date(0))
  expect(await isIntact(folder)).toBe(true)
})

test('a seal that was cut short vouches for nothing', async () => {
  truncateSync(file('.seal.json'), readFileSync(file('.seal.json')).length - 5)
  expect(await isIntact(folder)).toBe(false)
})
