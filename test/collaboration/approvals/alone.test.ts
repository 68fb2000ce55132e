import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openIdentity } from '../../../electron/host/identity/identity'
import { signApproval } from '../../../electron/host/ledger/sign-approval'
import { createReportFile } from '../../../electron/host/store/report-file'
import { openReportStore, type ReportStore } from '../../../electron/host/store/report-store'
import { sectionFingerprint } from '../../../shared/approvals/section-fingerprint'
import type { BlockId } from '../../../shared/report/ids'
import { readReport } from '../../../shared/sync/read-report'
import { openDesktop, type Desktop } from '../../support/desktop'
import { gateReport } from '../../support/gate-report'
import { eventually } from '../../support/network-peer'
import { wordsIn } from '../../support/shared-blocks'

let folder: string
let store: ReportStore
let desktop: Desktop

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alone-'))
  const path = join(folder, 'Báo cáo.duthao')
  createReportFile(path, gateReport())
  store = openReportStore(path)
  desktop = openDesktop(store, folder)
})
afterEach(() => {
  desktop.close()
  rmSync(folder, { recursive: true, force: true })
})

const identity = () => openIdentity(join(folder, 'keys', 'desktop.json'))

function approve(section: string) {
  const fingerprint = sectionFingerprint(readReport(store.body), section as BlockId) ?? ''
  return desktop.sharing.ask(signApproval(store.reportId, { section, fingerprint, note: '' }, identity()))
}

test('whoever writes alone approves, is held to the lock, and goes on after unlocking', async () => {
  const page = await desktop.openWindow()
  expect(() => approve('L')).toThrow('chưa được chia sẻ')
  desktop.sharing.foundAlone({ name: 'Lê Thị Hoa', unit: '' })
  expect(approve('L')).toMatchObject({ ok: true })
  expect(desktop.sharing.ledgerView.work).toMatchObject([{ section: 'L', approvals: [{}] }])
  expect(desktop.sharing.state).toMatchObject({
    part: 'none',
    self: { name: 'Lê Thị Hoa', role: 'secretary' },
  })

  const before = page.now
  wordsIn(page.now.body, 'L-p').insert(0, 'x')
  await eventually(() => expect(page.now).not.toBe(before))
  expect(sectionFingerprint(readReport(store.body), 'L' as BlockId)).toBe(
    desktop.sharing.ledgerView.work[0]?.approvals[0]?.fingerprint,
  )
  // What was there before the ledger is the person's own.
  wordsIn(page.now.body, 'B-p').insert(0, 'Được ')
  await eventually(() => expect(wordsIn(store.body, 'B-p').toJSON()).toMatch(/^Được /))
})

test('a committee that is there already stays as it is', () => {
  desktop.sharing.foundAlone({ name: 'Lê Thị Hoa', unit: '' })
  const before = desktop.sharing.ledgerView
  desktop.sharing.foundAlone({ name: 'Khác', unit: '' })
  expect(desktop.sharing.ledgerView).toEqual(before)
})
