import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LedgerHost } from '../../../electron/host/ledger/ledger-host'
import { openDatabase } from '../../../electron/host/store/sqlite'
import { createBodyFile } from '../../../electron/host/store/report-file'
import { readVersion } from '../../../electron/host/versions/read-version'
import { toReportJson } from '../../../shared/report/report-json'
import { readReport } from '../../../shared/sync/read-report'
import { canonicalJson } from '../../../shared/util/canonical-json'
import { draft, versionsAt } from '../../support/frozen-report'
import { pause, refusal, typeParagraph, withReportFile } from '../../support/store-fixture'

const file = withReportFile()

const layoutOf = (path: string): number => {
  const database = openDatabase(path)
  let layout = 0
  database.each('user_version', 'pragma_user_version', version => (layout = Number(version)))
  database.close()
  return layout
}

test('a draft is read back word for word after more was written, and after closing and opening', async () => {
  const store = file.open()
  const then = canonicalJson(toReportJson(readReport(store.body)))
  const { id } = await versionsAt(store).freeze(1)
  typeParagraph(store, 'Viết sau khi chốt.')
  store.close()
  const again = versionsAt(file.open())
  expect(again.versions.read(id)).toBe(then)
  expect(again.versions.list.map(({ number, label }) => [number, label])).toEqual([[1, 'Dự thảo lần 1']])
  expect(await again.versions.verify(again.ledger.current.drafts)).toEqual([])
})

test('the draft holds the words of the moment in which it was asked for, whatever is typed while its files are made', async () => {
  const store = file.open()
  const { versions, freeze } = versionsAt(store)
  const then = canonicalJson(toReportJson(readReport(store.body)))
  const freezing = freeze(1)
  typeParagraph(store, 'Viết trong lúc chốt.')
  expect(versions.read((await freezing).id)).toBe(then)
})

test('numbers only grow, and two drafts at once are one', async () => {
  const { versions, ledger, freeze } = versionsAt(file.open())
  await freeze(2)
  const refused = await versions.freeze(draft(2), { kind: 'operator' }, ledger)
  expect(refused).toMatchObject({ ok: false, code: 'draft-number' })
  const [first, second] = await Promise.all([
    versions.freeze(draft(3), { kind: 'operator' }, ledger),
    versions.freeze(draft(4), { kind: 'operator' }, ledger),
  ])
  expect([first.ok, second]).toMatchObject([true, { ok: false, code: 'not-ready' }])
  expect(versions.list.map(({ number }) => number)).toEqual([2, 3])
})

test('whoever may not administer the committee freezes nothing; the ledger alone can not be asked to', async () => {
  const { versions, ledger } = versionsAt(file.open())
  expect(await versions.freeze(draft(1), { kind: 'member', id: 'm7' }, ledger)).toMatchObject({
    code: 'not-allowed',
  })
  expect(ledger.run(draft(1), { kind: 'operator' })).toMatchObject({ code: 'cannot-freeze' })
  expect(ledger.record).toEqual([])
})

test('the ledger tells of a draft by its manifest, in the same step as the draft itself', async () => {
  const store = file.open()
  const { versions, ledger, freeze } = versionsAt(store)
  const { id } = await freeze(1)
  expect(ledger.record.at(-1)?.fact).toMatchObject({ kind: 'version.freeze', number: 1, manifest: id })
  expect(new LedgerHost(store).current.drafts).toEqual([{ number: 1, manifest: id }])
  expect(versions.list[0]?.counts).toMatchObject({ sections: 1, notes: 1 })
})

test('a draft that the disk does not take is in neither the file nor the ledger, and can be frozen later', async () => {
  const store = file.open(file.path, { pace: { retry: 10 } })
  const { versions, ledger, freeze } = versionsAt(store)
  const away = join(file.folder, 'đi vắng')
  const freezing = versions.freeze(draft(1), { kind: 'operator' }, ledger)
  renameSync(file.path, away)
  expect(await freezing).toMatchObject({ ok: false, code: 'not-ready' })
  expect([versions.list, ledger.record]).toEqual([[], []])
  renameSync(away, file.path)
  typeParagraph(store, 'Có lại tệp.')
  await pause(200)
  await freeze(1)
  expect(versions.list).toHaveLength(1)
})

test('a section that did not change is kept once for all drafts', async () => {
  const store = file.open()
  const { freeze } = versionsAt(store)
  await freeze(1)
  const before = new Set(store.versions().parts.keys())
  await freeze(2)
  const fresh = [...store.versions().parts.keys()].filter(name => !before.has(name))
  // The manifest is no part; the second draft's files bear its number.
  expect(fresh).toHaveLength(2)
})

test('a program of the version before refuses a file with a draft; a file without one is of the layout that it was', async () => {
  file.open().close()
  expect(layoutOf(file.path)).toBe(1)
  const store = file.open()
  await versionsAt(store).freeze(1)
  store.keep('seen', new Map([['looks', Buffer.from('[]')]]))
  store.writeLedger({ clients: new Map([[7, 'm1']]) })
  store.close()
  expect(layoutOf(file.path)).toBe(4)
})

test('drafts move with the file, and are written anew with one that was lost', async () => {
  const store = file.open(file.path, { pace: { retry: 10 } })
  const { id } = await versionsAt(store).freeze(1)
  const moved = join(file.folder, 'Chỗ khác.duthao')
  store.moveTo(moved)
  renameSync(moved, join(file.folder, 'đi đâu mất'))
  typeParagraph(store, 'Một đoạn')
  await pause(300)
  store.close()
  const there = versionsAt(file.open(moved))
  expect(there.versions.list.map(version => version.id)).toEqual([id])
  expect(await there.versions.verify(there.ledger.current.drafts)).toEqual([])
})

test('another program’s draft is read from the file by its number or its id', async () => {
  const store = file.open()
  const then = readReport(store.body)
  const { id } = await versionsAt(store).freeze(3)
  typeParagraph(store, 'Sau đó.')
  store.close()
  for (const which of [3, id]) expect(toReportJson(readVersion(file.path, which))).toEqual(toReportJson(then))
  expect(() => readVersion(file.path, 4)).toThrow(refusal('not-found'))
})

test('what a draft consists of is given back byte by byte', async () => {
  const store = file.open()
  const { versions, freeze } = versionsAt(store)
  const [first, second] = [await freeze(1), await freeze(2)]
  const docx = [first, second].map(({ id }) => Buffer.from(versions.file(id, 'docx')))
  expect(docx[0]?.subarray(0, 2).toString()).toBe('PK')
  expect(docx[0]).not.toEqual(docx[1])
  expect(Buffer.from(versions.file(second.id, 'pdf')).toString()).toContain('lần 2')
})

test('a copy takes the drafts along, goes on behind them, and is whole', async () => {
  const store = file.open()
  const { versions, ledger, freeze } = versionsAt(store)
  const first = await freeze(1)
  const path = join(file.folder, 'Bản sao.duthao')
  const { kept, versions: rows } = versions.forCopy(ledger.current.drafts)
  createBodyFile(path, store.body, kept, rows)
  const copy = versionsAt(file.open(path))
  expect(copy.versions.read(first.id)).toBe(versions.read(first.id))
  await expect(copy.freeze(1)).rejects.toThrow('lớn hơn')
  await copy.freeze(2)
  expect(await copy.versions.verify(copy.ledger.current.drafts)).toEqual([])
  expect(copy.versions.list.map(({ number }) => number)).toEqual([1, 2])
})
