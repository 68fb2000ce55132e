import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { encodeStateAsUpdate } from 'yjs'
import { checksum } from '../../../electron/host/store/checksum'
import { recoveryFileOf } from '../../../electron/host/store/recovery-file'
import { openDatabase } from '../../../electron/host/store/sqlite'
import { schemaVersion } from '../../../shared/report/schema-version'
import { createReportFile } from '../../../electron/host/store/report-file'
import { openReportStore } from '../../../electron/host/store/report-store'
import { recoveredReports } from '../../../electron/host/store/take-recovery'
import {
  blocksIn,
  lastBlockOf,
  readElsewhere,
  refusal,
  sampleReport,
  typeParagraph,
  withReportFile,
} from '../../support/store-fixture'
import { readReport } from '../../../shared/sync/read-report'

const file = withReportFile()
const recoveries = (): string[] => readdirSync(file.recoveryFolder)

/** A report on a share of its own, which can vanish. */
function onShare() {
  const share = join(file.folder, 'share')
  const gone = join(file.folder, 'share-gone')
  mkdirSync(share)
  const path = join(share, 'Chung.duthao')
  createReportFile(path, sampleReport())
  const open = () => file.open(path, { recoveryFolder: file.recoveryFolder, pace: { retry: 200 } })
  return {
    path,
    open,
    /** The store of somebody who goes on typing after the share has gone. */
    openAndVanish: (...typed: readonly string[]) => {
      const store = open()
      renameSync(share, gone)
      for (const words of typed) {
        typeParagraph(store, words)
        store.flush()
      }
      return store
    },
    comeBack: () => renameSync(gone, share),
  }
}

describe('a share that vanishes', () => {
  test('is noticed, and edits go to a recovery file', () => {
    const share = onShare()
    const store = share.openAndVanish('Câu mới.')
    expect(store.flush()).toBe(false)
    const state = store.state()
    expect(state).toMatchObject({
      kind: 'failing',
      recoveryPath: join(file.recoveryFolder, recoveries()[0]!),
    })
    expect(state.kind === 'failing' && state.message).toContain('Không còn thấy tệp')
  })

  test('and comes back gets everything, and the recovery file goes', async () => {
    const share = onShare()
    const store = share.openAndVanish('Câu một.')
    typeParagraph(store, 'Câu hai.')
    share.comeBack()
    await expect.poll(() => store.state().kind, { timeout: 5000 }).toBe('saved')
    expect(recoveries()).toEqual([])
    expect(blocksIn(readElsewhere(share.path)).slice(-2)).toEqual(['Câu một.', 'Câu hai.'])
  })

  test('and comes back with a colleague’s edits keeps both', async () => {
    const share = onShare()
    const store = share.openAndVanish('Của mình.')
    // The colleague edits the same file where the share really is.
    const elsewhere = join(file.folder, 'share-gone', 'Chung.duthao')
    const moved = join(file.folder, 'share-gone', 'tam.duthao')
    writeFileSync(moved, readFileSync(elsewhere))
    const colleague = openReportStore(moved)
    typeParagraph(colleague, 'Của bạn.')
    colleague.close()
    rmSync(`${elsewhere}-wal`, { force: true })
    renameSync(moved, elsewhere)
    share.comeBack()
    await expect.poll(() => store.state().kind, { timeout: 5000 }).toBe('saved')
    expect(blocksIn(readReport(store.body)).slice(-2).sort()).toEqual(['Của bạn.', 'Của mình.'])
    expect(blocksIn(readElsewhere(share.path)).slice(-2).sort()).toEqual(['Của bạn.', 'Của mình.'])
  })

  test('and is still gone at the next start yields a recovered report', () => {
    const share = onShare()
    const store = share.openAndVanish('Câu một.')
    typeParagraph(store, 'Câu hai.')
    store.close()
    const paths = recoveredReports(file.folder, { recoveryFolder: file.recoveryFolder })
    expect(paths).toEqual([join(file.folder, 'Chung (khôi phục).duthao')])
    expect(blocksIn(readReport(file.open(paths[0]).body)).slice(-2)).toEqual(['Câu một.', 'Câu hai.'])
    expect(recoveries()).toEqual([])
  })

  test('and is there again at the next start gets the edits back', () => {
    const share = onShare()
    share.openAndVanish('Câu một.').close()
    share.comeBack()
    expect(recoveredReports(file.folder, { recoveryFolder: file.recoveryFolder })).toEqual([share.path])
    const again = share.open()
    expect(lastBlockOf(again)).toBe('Câu một.')
    expect(again.notice).toContain('Đã đưa lại')
    expect(recoveries()).toEqual([])
  })

  test('a file that was deleted under the program is written anew', async () => {
    const share = onShare()
    const store = share.open()
    rmSync(share.path)
    typeParagraph(store, 'Câu một.')
    await expect.poll(() => store.state().kind, { timeout: 5000 }).toBe('saved')
    expect(blocksIn(readElsewhere(share.path)).at(-1)).toBe('Câu một.')
  })

  test('another report in the same place is not touched', () => {
    const share = onShare()
    share.openAndVanish('Câu một.').close()
    mkdirSync(dirname(share.path))
    createReportFile(share.path, sampleReport())
    const paths = recoveredReports(file.folder, { recoveryFolder: file.recoveryFolder })
    expect(paths).toEqual([join(file.folder, 'Chung (khôi phục).duthao')])
    expect(lastBlockOf(share.open())).toBe('Một đoạn có chú thích.')
  })
})

describe('what is said about a report whose share has vanished', () => {
  const said = (...values: number[]) => new Uint8Array(values)
  const rows = (...of: readonly [string, Uint8Array | null][]) => new Map(of)
  const before = rows(['all:0', said(1)], ['all:1', said(2)]) as Map<string, Uint8Array>

  function openSayAndVanish() {
    const share = onShare()
    const store = share.open()
    store.keep('review', before)
    store.keep('draft', rows(['note', said(7)]))
    store.close()
    const gone = share.openAndVanish()
    gone.keep('review', rows(['all:2', said(3)]))
    gone.keep('review', rows(['all:0', null], ['all:1', null], ['all:2', null], ['all:3', said(1, 2, 3)]))
    gone.keep('draft', rows(['note', null], ['other', said(8)]))
    return { share, store: gone }
  }
  const review = rows(['all:3', said(1, 2, 3)])
  const draft = rows(['other', said(8)])

  test('is taken down at once, and is in the file when that is back', async () => {
    const { share, store } = openSayAndVanish()
    expect(store.state().kind).toBe('failing')
    expect(store.kept('review')).toEqual(review)
    share.comeBack()
    await expect.poll(() => store.state().kind, { timeout: 5000 }).toBe('saved')
    store.close()
    const again = share.open()
    expect([again.kept('review'), again.kept('draft')]).toEqual([review, draft])
    expect(recoveries()).toEqual([])
  })

  test('is in the file that is written where the share stays away', () => {
    openSayAndVanish().store.close()
    const [path] = recoveredReports(file.folder, { recoveryFolder: file.recoveryFolder })
    const again = file.open(path)
    expect([again.kept('review'), again.kept('draft')]).toEqual([review, draft])
  })

  test('comes to what another program wrote there meanwhile', () => {
    const { share, store } = openSayAndVanish()
    store.close()
    share.comeBack()
    const elsewhere = openReportStore(share.path)
    elsewhere.keep('review', rows(['all:1', null], ['all:2', said(9)], ['all:3', said(10)]))
    elsewhere.close()
    const again = share.open()
    expect([...again.kept('review').values()].map(String).sort()).toEqual(['1,2,3', '10', '9'])
    expect(again.kept('review').get('all:3')).toEqual(said(1, 2, 3))
    expect(again.kept('draft')).toEqual(draft)
    expect(recoveries()).toEqual([])
  })

  test('is not taken where it could not be taken down either', () => {
    const store = file.open()
    renameSync(file.path, `${file.path}.x`)
    expect(() => store.keep('review', before)).toThrow(refusal('not-ready'))
    expect(store.kept('review').size).toBe(0)
  })
})

test('a recovery file of an older program is read', () => {
  const share = onShare()
  const store = share.open()
  const { reportId } = store
  typeParagraph(store, 'Câu cũ.')
  const update = encodeStateAsUpdate(store.body)
  store.close()
  createReportFile(share.path, sampleReport())
  const database = openDatabase(share.path)
  database.exec(`UPDATE meta SET value = '${reportId}' WHERE name = 'report'`)
  database.close()
  const header = { path: share.path, reportId, created: new Date().toISOString(), schema: schemaVersion }
  const contents = [Buffer.from(JSON.stringify(header)), update]
  const records = contents.map((bytes, number) => {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(bytes.length)
    return Buffer.concat([length, Buffer.from(checksum(number, bytes)), bytes])
  })
  mkdirSync(file.recoveryFolder, { recursive: true })
  writeFileSync(recoveryFileOf(file.recoveryFolder, share.path), Buffer.concat(records))
  expect(blocksIn(readReport(share.open().body))).toContain('Câu cũ.')
})

test('without a recovery folder edits stay in memory, and the state says so', () => {
  const store = file.open()
  renameSync(file.path, `${file.path}.x`)
  typeParagraph(store, 'Câu một.')
  expect(store.flush()).toBe(false)
  expect(store.state()).toMatchObject({ kind: 'failing', recoveryPath: null })
})

test('a recovery file cut off by a crash is used up to the cut', () => {
  const share = onShare()
  share.openAndVanish('Câu một.').close()
  appendFileSync(join(file.recoveryFolder, recoveries()[0]!), Buffer.from([40, 0, 0, 0, 1, 2, 3]))
  share.comeBack()
  expect(lastBlockOf(share.open())).toBe('Câu một.')
})
