import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../electron/host/cluster/database'
import { openReport } from '../../electron/host/cluster/open-reports'
import { putReport } from '../../electron/host/cluster/put-report'
import { takeReport } from '../../electron/host/cluster/take-report'
import { readCopy as readFile } from '../../electron/host/store/read-copy'
import { readCopy } from '../../shared/approvals/section-copy'
import { sectionFingerprint } from '../../shared/approvals/section-fingerprint'
import type { BlockId } from '../../shared/report/ids'
import { schemaVersion } from '../../shared/report/schema-version'
import { secretHashOf } from '../../shared/session/secret-hash'
import { signed } from '../support/approval-room'
import { withCluster } from '../support/cluster-fixture'
import { makeReport } from '../support/cluster-instance'
import { gateReport } from '../support/gate-report'
import { as, host, makeKey } from '../support/ledger-fixture'

const here = withCluster()
const open: Database[] = []
beforeEach(context => {
  if (here.lacking) context.skip(here.lacking)
})
afterEach(async () => {
  for (const database of open.splice(0)) await database.close()
})

const database = async (): Promise<Database> => {
  const opened = await openDatabase(here.services.postgres, () => undefined)
  open.push(opened)
  return opened
}

test('an approval at one instance is known at the other with what was approved, and in the file that is taken', async () => {
  const path = join(mkdtempSync(join(here.folder, 'approved-')), 'Báo cáo.duthao')
  const { id, invited } = makeReport(path, gateReport(), ['leader'])
  await putReport(await database(), path)
  const [first, second] = [await openReport(await database(), id), await openReport(await database(), id)]
  const [{ member, secret }] = invited as [{ member: string; secret: string }]
  const key = makeKey()
  const redeem = { kind: 'invitation.redeem', secretHash: secretHashOf(secret), key: key.publicKey }
  await first.run(redeem, host)

  const approve = (fingerprint: string) => {
    const about = { section: 'L', fingerprint, at: new Date().toISOString() }
    const signature = signed(key, { report: id, ...about })
    return { kind: 'section.approve', ...about, key: key.publicKey, signature }
  }
  const fingerprint = sectionFingerprint(gateReport(), 'L' as BlockId) ?? ''
  const refused = await first.run(approve('0'.repeat(64)), as(member))
  expect(refused).toMatchObject({ ok: false, code: 'changed', copy: expect.any(String) as string })
  expect(await first.run(approve(fingerprint), as(member))).toMatchObject({ ok: true })

  await second.refresh()
  expect(second.current.work.get('L')?.approvals).toMatchObject([{ member, fingerprint }])
  expect([...second.current.locks.keys()]).toEqual(['L'])
  expect(readCopy(JSON.parse(second.copyOf(fingerprint) ?? '')).fingerprint).toBe(fingerprint)

  const taken = join(here.folder, `${id}.duthao`)
  await takeReport(await database(), id, taken)
  expect([...readFile(taken, schemaVersion).ledger.copies.keys()]).toEqual([fingerprint])
})
