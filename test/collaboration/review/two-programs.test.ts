import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { XmlElement } from 'yjs'
import { openCertificate } from '../../../electron/host/identity/certificate'
import { openIdentity } from '../../../electron/host/identity/identity'
import { joinCommittee } from '../../../electron/host/peer/join-committee'
import { SharingHost } from '../../../electron/host/sharing/sharing-host'
import { openReport, type OpenReport } from '../../../electron/main/reports/open-reports'
import type { Role } from '../../../shared/permissions/rights'
import { textOf } from '../../../shared/sync/report-doc'
import { freePort } from '../../support/desktop'
import { eventually, typeOn } from '../../support/network-peer'
import { remark, reply, resolved, wholeSection } from '../../support/remarks'
import { withReportFile } from '../../support/store-fixture'
import { makeHere } from '../../support/make-version-here'

const file = withReportFile()
const opened: OpenReport[] = []
const faults: unknown[] = []
let port = 0
beforeEach(async () => {
  faults.length = 0
  port = await freePort()
})
afterEach(() => opened.splice(0).forEach(report => report.close()))

/** A program as the main process puts it together, with a key of its own. */
function programOf(name: string) {
  const own = join(file.folder, name)
  mkdirSync(own, { recursive: true })
  const identity = openIdentity(join(own, 'key.json'))
  const onBug = (error: unknown): void => void faults.push(error)
  const certificate = () => openCertificate(join(own, 'certificate.json'))
  const sharing = new SharingHost({ certificate, host: '127.0.0.1', onBug })
  return {
    join: (link: string): Promise<string> =>
      joinCommittee(link, {
        identity,
        onStep: () => undefined,
        signal: new AbortController().signal,
        findReplica: () => null,
        pathFor: () => join(own, 'Báo cáo.duthao'),
      }),
    open: (path: string): OpenReport => {
      const folders = { recoveryFolder: join(own, 'recovery'), asideFolder: join(own, 'aside') }
      const report = openReport(path, {
        ...{ identity: () => identity, sharing, onBug, ...folders },
        ...{ person: () => ({ name: 'Hoa', unit: '' }), makeVersion: makeHere },
      })
      opened.push(report)
      return report
    },
  }
}

async function shared(role: Role) {
  const hers = programOf('hoa')
  const secretary = hers.open(file.path)
  secretary.review.add('all', [remark('Trước khi chia sẻ'), remark('Của Hoa')])
  secretary.review.add('own', [remark('Riêng Hoa')])
  await secretary.committee.sharing.start({ name: 'Hoa', unit: '' }, port)
  const wish = { name: 'Minh', unit: '', role, grants: [], expires: new Date(Date.now() + 9e6).toISOString() }
  const { link } = secretary.committee.sharing.invite(wish)
  const his = programOf('minh')
  const minh = his.open(await his.join(link))
  await eventually(() => expect(minh.committee.state.connection).toBe('connected'))
  return { hers, his, secretary, minh }
}

const textsOf = ({ review }: OpenReport): string[] =>
  review.known.map(({ record }) => ('text' in record ? record.text : record.kind)).sort()

test('what was said before there was a committee comes to its members, and both go on', async () => {
  const { secretary, minh } = await shared('leader')
  await eventually(() => expect(textsOf(minh)).toEqual(['Của Hoa', 'Trước khi chia sẻ']))
  const [first] = minh.review.known
  minh.review.add('all', [reply(first!.record.id, 'Trả lời')])
  await eventually(() => expect(textsOf(secretary)).toContain('Trả lời'))
  await eventually(() => expect(minh.review.known.every(({ sent }) => sent)).toBe(true))
  secretary.review.add('all', [resolved(first!.record.id)])
  await eventually(() => expect(textsOf(minh)).toContain('annotation.resolved'))
  expect(textsOf(minh)).not.toContain('Riêng Hoa')
  minh.review.add('leaders', [remark('Giữa lãnh đạo')])
  await eventually(() => expect(minh.review.known.every(({ sent }) => sent)).toBe(true))
  expect(textsOf(secretary)).not.toContain('Giữa lãnh đạo')
  expect(faults).toEqual([])
})

test('a record that the host refuses lies in the tray with its words and the reason; the text goes on', async () => {
  const { his, secretary, minh } = await shared('drafter')
  const path = minh.path
  minh.close()
  opened.splice(opened.indexOf(minh), 1)
  secretary.committee.sharing.close()
  const alone = his.open(path)
  await eventually(() => expect(alone.committee.state.connection).toBe('offline'))
  const anchor = { ...wholeSection(sectionOf(secretary)), sectionTitle: 'Phần đầu' }
  alone.review.add('all', [remark('Viết khi không có mạng', { anchor })])
  expect(alone.review.known.at(-1)).toMatchObject({ sent: false })
  alone.close()
  opened.splice(opened.indexOf(alone), 1)
  const self = secretary.committee.ledger.members.find(({ name }) => name === 'Minh')!
  secretary.committee.sharing.run({
    kind: 'member.change',
    member: self.id,
    name: 'Minh',
    unit: '',
    role: 'reader',
  })
  secretary.close()
  opened.splice(opened.indexOf(secretary), 1)
  const host = programOf('hoa').open(file.path)
  const again = his.open(path)
  await eventually(() => expect(again.tray.entries).toHaveLength(1))
  expect(again.tray.entries[0]).toMatchObject({
    ...{ kind: 'remark', mine: 'Ý kiến\nViết khi không có mạng' },
    section: { title: 'Phần đầu' },
  })
  expect(again.tray.entries[0]?.reason).toContain('chưa được giao quyền')
  await eventually(() => expect(again.committee.state.connection).toBe('connected'))
  expect(textsOf(again)).not.toContain('Viết khi không có mạng')
  typeOn(host.host.body, ' Vẫn viết.')
  await eventually(() => expect(JSON.stringify(textOf(again.host.body).toJSON())).toContain('Vẫn viết.'))
  // The host hears of a refusal as of any other.
  expect(faults).toHaveLength(1)
})

const sectionOf = ({ host }: OpenReport): string => {
  const heading = (textOf(host.body).get(0) as XmlElement).get(0) as XmlElement
  return heading.getAttribute('id') ?? ''
}

test('who leaves the committee keeps what they could read, and goes on with it alone', async () => {
  const { his, minh } = await shared('leader')
  minh.review.add('own', [remark('Riêng Minh')])
  minh.review.add('leaders', [remark('Giữa lãnh đạo')])
  await eventually(() => expect(minh.review.known.every(({ sent }) => sent)).toBe(true))
  await eventually(() => expect(textsOf(minh)).toHaveLength(4))
  minh.committee.leave()
  minh.close()
  opened.splice(opened.indexOf(minh), 1)
  const alone = his.open(minh.path)
  expect(textsOf(alone)).toEqual(expect.arrayContaining(['Của Hoa', 'Riêng Minh', 'Trước khi chia sẻ']))
  alone.review.add('all', [remark('Viết tiếp')])
  expect(textsOf(alone)).toContain('Viết tiếp')
})
