import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { keepRefused } from '../../../electron/main/committee/keep-refused'
import { readReportFile } from '../../../electron/host/store/report-file'
import { openTray } from '../../../electron/host/tray/open-tray'
import { Failure } from '../../../shared/ipc/failure'
import { typeOn } from '../../support/network-peer'
import { blocksIn, refusal, withReportFile } from '../../support/store-fixture'

const file = withReportFile()
const denial = { code: 'locked', section: null, message: 'Mục này đã được khóa.' }

/** An open report, what of it was refused, and the folder for copies. */
function refused() {
  const store = file.open()
  const tray = openTray(store)
  const folder = join(file.folder, 'set-aside')
  const now = new Doc()
  applyUpdate(now, encodeStateAsUpdate(store.body))
  typeOn(store.body, ' Không được nhận.')
  const keep = keepRefused({ tray, path: () => store.path, folder })
  return { store, tray, folder, keep: () => keep(store.body, now, denial) }
}

test('what a refused replica held is in the tray, and all of it in a copy that opens like any report', () => {
  const { tray, folder, keep } = refused()
  keep()
  expect(tray.entries).toMatchObject([
    { kind: 'refused', mine: expect.stringContaining('Không được nhận.') as string },
  ])
  const [copy] = readdirSync(folder)
  expect(copy).toMatch(/^Báo cáo \(trước khi lấy lại .*\)\.duthao$/)
  expect(blocksIn(readReportFile(join(folder, copy!))).join()).toContain('Không được nhận.')
})

test('the newest twenty copies stay', () => {
  const { store, folder, keep } = refused()
  for (let time = 0; time < 23; time++) {
    typeOn(store.body, `<${time}>`)
    keep()
  }
  const copies = readdirSync(folder).map(name => blocksIn(readReportFile(join(folder, name))).join())
  expect(copies).toHaveLength(20)
  for (const copy of copies) expect(copy).toContain('<3>')
})

test('where the tray cannot be written the replica must not be given up', () => {
  const { store, keep } = refused()
  vi.spyOn(store, 'keep').mockImplementation(() => {
    throw new Failure('disk-full', 'Đầy')
  })
  expect(keep).toThrow(refusal('not-ready'))
})
