import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../electron/host/store/sqlite'
import { createBodyFile } from '../../../electron/host/store/report-file'
import type { ReportStore } from '../../../electron/host/store/report-store'
import { pause, refusal, typeParagraph, withReportFile } from '../../support/store-fixture'

const file = withReportFile()
const member = new Map([[7, 'm1']])
const rows = {
  entries: ['{"seq":1}', '{"seq":2,"who":"d\'Artagnan"}'],
  clients: member,
  room: new Uint8Array([1, 2]),
  sharing: { port: 4711, certificate: 'ab' },
  copies: new Map([['f1', '{"said":"l\'ordre"}']]),
}

function layoutOf(path: string): number {
  const database = openDatabase(path)
  let layout = 0
  database.each('user_version', 'pragma_user_version', version => (layout = Number(version)))
  database.close()
  return layout
}

function reopened(store: ReportStore, path = file.path): ReportStore {
  store.close()
  return file.open(path)
}

test('what the host wrote about the committee is there after closing and opening', () => {
  const store = file.open()
  store.writeLedger({ entries: rows.entries.slice(0, 1) })
  store.writeLedger({ ...rows, entries: rows.entries.slice(1) })
  expect(store.ledger()).toEqual(rows)
  expect(reopened(store).ledger()).toEqual(rows)
})

test('sharing that was stopped is not taken up again', () => {
  const store = file.open()
  store.writeLedger(rows)
  store.writeLedger({ sharing: null })
  expect(reopened(store).ledger()).toEqual({ ...rows, sharing: null })
})

test('a committee from before sharing was remembered is read as before', () => {
  const store = file.open()
  store.writeLedger(rows)
  store.close()
  const database = openDatabase(file.path)
  database.exec('DROP TABLE sharing')
  database.close()
  const again = file.open()
  expect(again.notice).toBeNull()
  expect(again.ledger()).toEqual({ ...rows, sharing: null })
})

test('a file without a committee stays one that older programs open', () => {
  const store = file.open()
  typeParagraph(store, 'Thêm một đoạn')
  store.close()
  expect(layoutOf(file.path)).toBe(1)
})

test('older programs refuse a file with a committee: they would drop it when they mend or move the file', () => {
  const store = file.open()
  store.writeLedger({ clients: member })
  store.close()
  expect(layoutOf(file.path)).toBe(2)
})

test('a client id stays with the member who used it first', () => {
  const store = file.open()
  store.writeLedger({ clients: member })
  store.writeLedger({ clients: new Map([[7, 'm2']]) })
  expect(store.ledger().clients).toEqual(member)
  expect(reopened(store).ledger().clients).toEqual(member)
})

test('the committee moves with its file, and a copy of the report has none', () => {
  const store = file.open()
  store.writeLedger(rows)
  const moved = join(file.folder, 'Chỗ khác.duthao')
  store.moveTo(moved)
  const there = reopened(store, moved)
  expect(there.ledger()).toEqual(rows)
  const copy = join(file.folder, 'Bản sao.duthao')
  createBodyFile(copy, there.body)
  expect(file.open(copy).ledger().entries).toEqual([])
})

test('a damaged room is written anew from the entries, so it counts as none', () => {
  const store = file.open()
  store.writeLedger(rows)
  store.close()
  const database = openDatabase(file.path)
  database.exec(`UPDATE ledger_room SET bytes = x'0909'`)
  database.close()
  expect(file.open().ledger()).toEqual({ ...rows, room: null })
})

test('nothing about members is written where it would reach nobody', async () => {
  const store = file.open(file.path, { pace: { retry: 10 } })
  store.writeLedger({ clients: member })
  renameSync(file.path, join(file.folder, 'đi đâu mất'))
  expect(() => store.writeLedger(rows)).toThrow(refusal('not-ready'))
  typeParagraph(store, 'Một đoạn')
  await pause(200)
  // The store has written the report to its place again, and goes on there.
  store.writeLedger({ entries: rows.entries, room: rows.room, sharing: rows.sharing, copies: rows.copies })
  expect(reopened(store).ledger()).toEqual(rows)
})

test('a report that is written to its place again keeps its committee', async () => {
  const store = file.open(file.path, { pace: { retry: 10 } })
  store.writeLedger(rows)
  renameSync(file.path, join(file.folder, 'đi đâu mất'))
  typeParagraph(store, 'Một đoạn')
  await pause(200)
  expect(reopened(store).ledger()).toEqual(rows)
})
