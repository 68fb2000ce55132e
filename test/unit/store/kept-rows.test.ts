import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { createBodyFile } from '../../../electron/host/store/report-file'
import { openDatabase } from '../../../electron/host/store/sqlite'
import { lastBlockOf, pause, refusal, typeParagraph, withReportFile } from '../../support/store-fixture'

const file = withReportFile()
const bytes = (...values: number[]): Uint8Array => new Uint8Array(values)
const rows = new Map([
  ['link', bytes(1, 2)],
  ["l'autre", bytes()],
])

function layoutOf(path: string): number {
  const database = openDatabase(path)
  let layout = 0
  database.each('user_version', 'pragma_user_version', version => (layout = Number(version)))
  database.close()
  return layout
}

test('what a host keeps for itself is there after closing and opening, by subject', () => {
  const store = file.open()
  store.keep('membership', rows)
  store.keep('tray', new Map([['e1', bytes(9)]]))
  store.close()
  const again = file.open()
  expect(again.kept('membership')).toEqual(rows)
  expect(again.kept('tray')).toEqual(new Map([['e1', bytes(9)]]))
})

test('a row that is taken away stays away, the others stay', () => {
  const store = file.open()
  store.keep('membership', rows)
  store.keep('membership', new Map([['link', null]]))
  store.close()
  expect([...file.open().kept('membership').keys()]).toEqual(["l'autre"])
})

test('older programs refuse a file with kept rows, also after the ledger was written: they would drop them', () => {
  const store = file.open()
  store.keep('membership', rows)
  store.writeLedger({ clients: new Map([[7, 'm1']]) })
  store.close()
  expect(layoutOf(file.path)).toBe(3)
})

test('kept rows move with the file and come back with one that was lost; a copy of the report has none', async () => {
  const store = file.open(file.path, { pace: { retry: 10 } })
  store.keep('membership', rows)
  const moved = join(file.folder, 'Chỗ khác.duthao')
  store.moveTo(moved)
  renameSync(moved, join(file.folder, 'đi đâu mất'))
  expect(() => store.keep('tray', rows)).toThrow(refusal('not-ready'))
  typeParagraph(store, 'Một đoạn')
  await pause(200)
  store.close()
  const there = file.open(moved)
  expect(there.kept('membership')).toEqual(rows)
  const copy = join(file.folder, 'Bản sao.duthao')
  createBodyFile(copy, there.body)
  expect(file.open(copy).kept('membership').size).toBe(0)
})

test('a damaged row is left out, the file is mended, and the person is told', () => {
  const store = file.open()
  store.keep('membership', rows)
  store.close()
  const database = openDatabase(file.path)
  database.exec(`UPDATE kept SET bytes = x'0909' WHERE name = 'link'`)
  database.close()
  const again = file.open()
  expect(again.notice).toContain('bị hỏng 1 chỗ')
  expect([...again.kept('membership').keys()]).toEqual(["l'autre"])
})

test('a document put in place of another is the report from then on; what only the other held is gone', () => {
  const store = file.open()
  const other = new Doc()
  applyUpdate(other, encodeStateAsUpdate(store.body))
  const before = store.body
  typeParagraph(store, 'Không được nhận')
  store.replace(other)
  expect(store.body).toBe(other)
  typeParagraph(store, 'Viết sau đó')
  // A writer who is new, so that nothing else holds the change back.
  before.clientID = 77
  before.getMap('meta').set('title', 'Không ai nghe')
  store.close()
  const again = file.open()
  expect(lastBlockOf(again)).toBe('Viết sau đó')
  expect(JSON.stringify(again.body.getMap('meta'))).not.toContain('Không ai nghe')
  expect(again.body.getXmlFragment('text').toJSON()).not.toContain('Không được nhận')
  expect(again.notice).toBeNull()
})

test('a document that cannot be written does not take the place of the report', () => {
  const store = file.open()
  renameSync(file.path, join(file.folder, 'đi đâu mất'))
  const before = store.body
  expect(() => store.replace(new Doc())).toThrow(refusal('not-ready'))
  expect(store.body).toBe(before)
})
