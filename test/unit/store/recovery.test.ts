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
import { createReportFile } from '../../../electron/host/store/report-file'
import { openReportStore } from '../../../electron/host/store/report-store'
import { recoveredReports } from '../../../electron/host/store/take-recovery'
import {
  blocksIn,
  lastBlockOf,
  readElsewhere,
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
