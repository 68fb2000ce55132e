import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openIdentity } from '../../../electron/host/identity/identity'
import { readSpeakers, rowsForCopy, takeOwn } from '../../../electron/host/review/copied'
import { HostedReview } from '../../../electron/host/review/hosted-review'
import type { ReportReview } from '../../../electron/host/review/report-review'
import { createBodyFile } from '../../../electron/host/store/report-file'
import { openReportStore } from '../../../electron/host/store/report-store'
import type { Speaker } from '../../../shared/ipc/review'
import { eventually } from '../../support/network-peer'
import { inStep, until, withPeers } from '../../support/peer-fixture'
import { remark, reply } from '../../support/remarks'

// A copy of a report is a report of its own, without a committee; it goes from hand to hand.

const fixture = withPeers()
const pathOf = (name: string): string => join(fixture.folder, name)
const keyOf = (name: string) => openIdentity(pathOf(`${name}.json`))
const said = (review: ReportReview): string[] =>
  review.known
    .map(({ record, audience }) => `${audience}: ${'text' in record ? record.text : record.kind}`)
    .sort()

/** What somebody with that key finds in a file. */
function readAs(path: string, key: string) {
  const store = openReportStore(path)
  takeOwn(store, () => keyOf(key))
  const review = new HostedReview(store)
  const found = { said: said(review), speakers: readSpeakers(store) }
  review.close()
  store.close()
  return found
}

/** The member's computer, with words for all, for leaders and for oneself; the last for all has not reached the host. */
async function copyOfLeader(): Promise<{ copy: string; speakers: readonly Speaker[] }> {
  const [van, minh] = [await fixture.desktop('Vân', 'leader'), await fixture.desktop('Minh')]
  await inStep(van)
  const first = remark('Cho mọi người')
  minh.review.add('all', [first])
  await eventually(() => expect(said(van.review)).toHaveLength(1))
  van.review.add('leaders', [remark('Giữa lãnh đạo')])
  van.review.add('own', [remark('Ghi riêng của Vân')])
  await fixture.stopHost()
  await until(van, 'offline')
  van.review.add('all', [reply(first.id, 'Chưa gửi được')])
  const copy = pathOf('Bản sao.duthao')
  const known = [van, minh].map(({ peer }) => ({ id: peer.link.member, name: peer.link.name, unit: 'Ban' }))
  const other = { id: 'khong-noi-gi', name: 'Người không nói gì', unit: '' }
  createBodyFile(
    copy,
    van.body(),
    rowsForCopy(van.review.forCopy, [...known, other], () => keyOf('van')),
  )
  return { copy, speakers: known }
}

describe('a copy', () => {
  test('has what was said for all, by whom, and what is the person’s own; of leaders nothing', async () => {
    const { copy, speakers } = await copyOfLeader()
    const whole = ['all: Chưa gửi được', 'all: Cho mọi người', 'own: Ghi riêng của Vân']
    expect(readAs(copy, 'van')).toEqual({ said: whole.sort(), speakers })
    // And again: it is opened once, and stays.
    expect(readAs(copy, 'van').said).toEqual(whole)
  })

  test('does not show at another computer what is the person’s own, and keeps it for the person', async () => {
    const { copy } = await copyOfLeader()
    expect(readAs(copy, 'minh').said).toEqual(['all: Cho mọi người', 'all: Chưa gửi được'])
    const bytes = readFileSync(copy)
    for (const words of ['Ghi riêng của Vân', 'Giữa lãnh đạo']) expect(bytes.includes(words)).toBe(false)
    expect(bytes.includes('Cho mọi người')).toBe(true)
    expect(readAs(copy, 'van').said).toContain('own: Ghi riêng của Vân')
  })

  test('of a report about which nobody has said anything brings nothing along', () => {
    expect(rowsForCopy({ all: new Map(), own: new Map() }, [], () => keyOf('van'))).toEqual(new Map())
  })
})
