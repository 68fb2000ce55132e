/*
 * Adds to a report's review, step by step, until it is killed. Arguments: report file; "host" (the report is this
 * computer's) or "member" (of a host that is not reached); a folder for recovery files, where the report's file is to
 * vanish after ten steps. Says the ids of each step once it is kept.
 */
import { renameSync } from 'node:fs'
import { MemberReview } from '../../../electron/host/peer/member-review'
import { HostedReview } from '../../../electron/host/review/hosted-review'
import type { ReportReview } from '../../../electron/host/review/report-review'
import { openReportStore } from '../../../electron/host/store/report-store'
import { noLocks } from '../../../shared/permissions/locks'
import { remark, reply } from '../../support/remarks'

const [path = '', part = 'host', recoveryFolder] = process.argv.slice(2)
const store = openReportStore(path, recoveryFolder === undefined ? {} : { recoveryFolder })

function member(): MemberReview {
  const review = new MemberReview(store, { keepRefused: () => undefined })
  review.reviewer = {
    self: () => 'lan',
    committee: () => ({
      member: id => ({ id, role: 'leader', grants: new Map() }),
      locks: () => noLocks,
      founder: () => null,
    }),
    body: () => store.body,
  }
  return review
}

const review: ReportReview = part === 'host' ? new HostedReview(store) : member()
const audiences = part === 'host' ? (['all', 'own'] as const) : (['all', 'leaders', 'own'] as const)

let step = 0
function add(): void {
  const first = remark(`Bước ${step}`)
  const records = step % 3 === 0 ? [first, reply(first.id, 'Trả lời')] : [first]
  review.add(audiences[step % audiences.length] ?? 'all', records)
  process.stdout.write(`${records.map(({ id }) => id).join(' ')}\n`)
  step++
  if (step === 10 && recoveryFolder !== undefined) renameSync(path, `${path}.gone`)
  setImmediate(add)
}
add()
process.stdin.on('close', () => process.exit(0)).resume()
