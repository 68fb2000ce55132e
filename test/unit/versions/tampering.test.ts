import { readFileSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { replay } from '../../../shared/ledger/entry'
import type { Ledger } from '../../../shared/ledger/ledger'
import { schemaVersion } from '../../../shared/report/schema-version'
import { Failure } from '../../../shared/ipc/failure'
import { readEntries } from '../../../electron/host/ledger/read-entries'
import { readCopy } from '../../../electron/host/store/read-copy'
import { openDatabase } from '../../../electron/host/store/sqlite'
import {
  partRow,
  type ManifestRow,
  type PartRow,
  type VersionRows,
} from '../../../electron/host/store/version-rows'
import { findFaults } from '../../../electron/host/versions/find-faults'
import { encodePart, nameOf } from '../../../electron/host/versions/part-codec'
import { partsOf, readManifests } from '../../../electron/host/versions/read-manifests'
import { versionsAt } from '../../support/frozen-report'
import { randomFrom } from '../../support/random'
import { typeParagraph, withReportFile } from '../../support/store-fixture'

const file = withReportFile()
let rows: VersionRows
let drafts: Ledger['drafts']
let report: string

let made: Buffer | undefined

/** Two drafts and a version between them; made once, and for each test a file of its own. */
beforeEach(async () => {
  made ??= await freezeTwice()
  writeFileSync(file.path, made)
  const { versions, reportId, ledger } = readCopy(file.path, schemaVersion)
  rows = versions
  report = reportId
  drafts = replay(readEntries(ledger.entries).entries).drafts
})

async function freezeTwice(): Promise<Buffer> {
  const store = file.open()
  const { versions, ledger, freeze } = versionsAt(store)
  await freeze(1)
  typeParagraph(store, 'Thêm sau lần một.')
  await versions.keep('hourly', ledger)
  typeParagraph(store, 'Thêm nữa.')
  await freeze(2)
  store.close()
  return readFileSync(file.path)
}

const faultsOf = (changed: VersionRows, frozen: Ledger['drafts'] | null = drafts) =>
  findFaults({ report, rows: changed, frozen, isComplete: true })

const withManifests = (manifests: readonly ManifestRow[]): VersionRows => ({ ...rows, manifests })
const withPart = (name: string, row: PartRow | null): VersionRows => {
  const parts = new Map(rows.parts)
  if (row) parts.set(name, row)
  else parts.delete(name)
  return { ...rows, parts }
}
const labelsOf = (faults: readonly { readonly message: string }[]): string =>
  faults.map(({ message }) => message).join('\n')
const [first, between, second] = [0, 1, 2] as const
const rowAt = (index: number): ManifestRow => rows.manifests[index]!
const flipped = (text: string, at: number): string => {
  const letter = text[at] === 'a' ? 'b' : 'a'
  return text.slice(0, at) + letter + text.slice(at + 1)
}

test('nothing is said of what is as it was frozen', () => expect(faultsOf(rows)).toEqual([]))

test('any letter of a manifest that is another is named, with the draft', () => {
  for (const index of [first, between, second]) {
    const row = rowAt(index)
    for (let at = 0; at < row.manifest.length; at += 41) {
      const changed = { ...row, manifest: flipped(row.manifest, at) }
      const faults = faultsOf(withManifests(rows.manifests.map(other => (other === row ? changed : other))))
      expect(faults.map(({ version }) => version)).toContain(row.id)
    }
  }
})

test('any byte of a part that is another is named, with a draft to which it belongs', () => {
  const owners = new Map<string, Set<string>>()
  for (const { id, manifest } of readManifests(rows.manifests))
    for (const part of partsOf(manifest)) owners.set(part, (owners.get(part) ?? new Set()).add(id))
  const random = randomFrom(7)
  for (const [name, row] of rows.parts) {
    const places = Array.from({ length: 4 }, () => Math.floor(random() * row.bytes.length))
    for (const at of [0, 1, 40, row.bytes.length - 1, ...places].filter(place => place < row.bytes.length)) {
      const bytes = Uint8Array.from(row.bytes)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
      const named = faultsOf(withPart(name, { ...row, bytes })).map(({ version }) => version)
      for (const owner of owners.get(name) ?? []) expect(named).toContain(owner)
    }
  }
})

describe('whoever rewrites a part with its checksum', () => {
  test('is found out by its name', () => {
    for (const name of rows.parts.keys()) {
      const other = encodePart(Buffer.from('{"text":"khác"}'))
      expect(faultsOf(withPart(name, partRow(name, other))).length).toBeGreaterThan(0)
    }
  })
})

test.each([
  [
    'a draft that is missing',
    () => withManifests(rows.manifests.filter((_, at) => at !== first)),
    'Dự thảo lần 1',
  ],
  ['the last draft that is missing', () => withManifests(rows.manifests.slice(0, 2)), 'Dự thảo lần 2'],
  [
    'drafts in each other’s place',
    () => withManifests([rowAt(second), rowAt(between), rowAt(first)]),
    'không đứng đúng thứ tự',
  ],
  ['a draft that stands twice', () => withManifests([...rows.manifests, rowAt(first)]), 'có hai lần'],
  [
    'a manifest under another name',
    () => withManifests([{ ...rowAt(first), id: rowAt(second).id }, rowAt(between), rowAt(second)]),
    'Dự thảo lần 1: bản ghi đã bị sửa',
  ],
  [
    'a part that nobody names',
    () => withPart(nameOf('lạ'), partRow(nameOf('lạ'), encodePart(Buffer.from('lạ')))),
    'không thuộc bản nào',
  ],
])('%s is named', (_name, change, said) => {
  expect(labelsOf(faultsOf(change()))).toContain(said)
})

test('each part that is missing is named', () => {
  for (const name of rows.parts.keys())
    expect(labelsOf(faultsOf(withPart(name, null)))).toMatch(/đã bị bỏ|không mở được/)
})

test('a draft made anew with other words, under a name that fits them, breaks the chain and is unknown to the ledger', () => {
  const row = rowAt(first)
  const manifest = row.manifest.replace('Dự thảo lần 1', 'Dự thảo lần I')
  const forged = { id: nameOf(manifest), manifest }
  const faults = faultsOf(withManifests([forged, rowAt(between), rowAt(second)]))
  expect(labelsOf(faults)).toContain('Dự thảo lần I: sổ của tổ biên tập không ghi')
  expect(labelsOf(faults)).toContain('Dự thảo lần 2: không nối tiếp')
  expect(labelsOf(faults)).toContain('Dự thảo lần 1: sổ ghi đã chốt nhưng bản này không còn')
  expect(labelsOf(faultsOf(withManifests([forged, rowAt(between), rowAt(second)]), null))).toContain(
    'không nối tiếp',
  )
})

test('a draft of which the ledger says nothing is named', () => {
  expect(labelsOf(faultsOf(rows, drafts.slice(0, 1)))).toContain(
    'Dự thảo lần 2: sổ của tổ biên tập không ghi',
  )
})

test('a draft of another report is named', () => {
  expect(labelsOf(findFaults({ report: 'khac', rows, frozen: drafts, isComplete: true }))).toContain(
    'báo cáo khác',
  )
})

test('a changed cell in the file is told, and left as it is when the report is opened', async () => {
  const database = openDatabase(file.path)
  database.exec(`UPDATE version_part SET bytes = x'00' WHERE name = (SELECT min(name) FROM version_part)`)
  database.close()
  const changed = readCopy(file.path, schemaVersion).versions
  const opened = file.open()
  expect(opened.notice).toBeNull()
  expect(opened.versions()).toEqual(changed)
  expect(await versionsAt(opened).versions.verify(drafts)).toHaveLength(faultsOf(changed).length)
  expect(faultsOf(changed).length).toBeGreaterThan(0)
})

test('a bit flipped anywhere in the file never changes a draft without being told', () => {
  const sound = readFileSync(file.path)
  const random = randomFrom(11)
  for (let flip = 0; flip < 60; flip++) {
    const bytes = Buffer.from(sound)
    const at = Math.floor(random() * bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    writeFileSync(file.path, bytes)
    expect(isToldOrSame(), `byte ${at}`).toBe(true)
  }
})

function isToldOrSame(): boolean {
  try {
    const { versions, ledger, lost } = readCopy(file.path, schemaVersion)
    const { drafts: known } = replay(readEntries(ledger.entries).entries)
    if (lost > 0 || faultsOf(versions, known).length > 0) return true
    return JSON.stringify([...versions.parts.keys()]) === JSON.stringify([...rows.parts.keys()])
  } catch (error) {
    if (error instanceof Failure) return true
    throw error
  }
}
