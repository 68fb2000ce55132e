import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openIdentity } from '../../../electron/host/identity/identity'
import { findReplica } from '../../../electron/host/peer/find-replica'
import { joinCommittee, type JoinStep } from '../../../electron/host/peer/join-committee'
import { readConfirmed, readMembership } from '../../../electron/host/peer/membership'
import { openReportStore } from '../../../electron/host/store/report-store'
import { readInvitation, toInvitationFile, type Invitation } from '../../../shared/session/invitation'
import { toInvitationCode } from '../../../shared/session/invitation-code'
import { eventually, typeOn, wordsOf } from '../../support/network-peer'
import { inStep, withPeers } from '../../support/peer-fixture'
import { refusal } from '../../support/store-fixture'

const fixture = withPeers()
const served = () => fixture.served().reports[0]!

function computer(name: string) {
  const folder = join(fixture.folder, name)
  mkdirSync(folder, { recursive: true })
  const steps: JoinStep[] = []
  const cancelling = new AbortController()
  const files: string[] = []
  return {
    steps,
    cancelling,
    join: async (given: string) => {
      const path = await joinCommittee(given, {
        identity: openIdentity(join(folder, 'khoa.json')),
        onStep: step => steps.push(step),
        signal: cancelling.signal,
        findReplica: wanted => findReplica(files, wanted),
        pathFor: title => join(folder, `${title || 'Báo cáo'} ${files.length}.duthao`),
      })
      if (!files.includes(path)) files.push(path)
      return path
    },
    files,
  }
}

const invitation = (link: string): Invitation => readInvitation(link) as Invitation

test.each([
  ['link', (link: string) => `  ${link}\n`],
  ['file', (link: string) => toInvitationFile(invitation(link))],
])('an invitation as a %s gives a file that says where the report is from', async (_form, given) => {
  const { link, member } = fixture.machine('Lan', 'drafter')
  const lan = computer('Lan')
  const path = await lan.join(given(link))
  expect(lan.steps).toEqual(['reach', 'join', 'fetch', 'write'])
  const store = openReportStore(path)
  expect(store.reportId).toBe(served().shared.id)
  expect(wordsOf(store.body)).toBe(wordsOf(served().shared.rooms.body.body))
  const who = { member, name: 'Lan', role: 'drafter', certificate: 'loopback', revoked: false }
  expect(readMembership(store)).toMatchObject(who)
  expect(readConfirmed(store)).toMatchObject({ unsent: 0 })
  store.close()
})

test('a code that was read aloud leads over the network to the host whose certificate begins so, and to no other', async () => {
  await fixture.stopHost()
  await fixture.startHost('0.0.0.0')
  const machine = fixture.machine('Lan')
  const code = toInvitationCode(invitation(machine.link))!.toLowerCase()
  const path = await computer('Lan').join(code)
  const store = openReportStore(path)
  const { certificate } = readMembership(store)!
  expect(certificate).toBe(fixture.served().certificate)
  expect(certificate).toHaveLength(64)
  store.close()
  const lan = machine.open(path)
  await inStep(lan)
  typeOn(served().shared.rooms.body.body, ' Qua mạng.')
  await eventually(() => expect(wordsOf(lan.body())).toContain('Qua mạng.'))
})

test('the same invitation on the same computer leads to the file that is there', async () => {
  const { link } = fixture.machine('Lan')
  const lan = computer('Lan')
  const path = await lan.join(link)
  expect(await lan.join(link)).toBe(path)
  expect(lan.steps.slice(4)).toEqual(['reach', 'join'])
  expect(lan.files).toHaveLength(1)
})

test('an invitation that another computer has used is refused with the host’s reason, and no file is made', async () => {
  const { link } = fixture.machine('Lan')
  await computer('Lan').join(link)
  const thief = computer('Kẻ trộm')
  await expect(thief.join(link)).rejects.toThrow('đã được dùng trên máy khác')
  expect(thief.files).toEqual([])
})

test('what is no invitation is said to be none, before anybody is asked', async () => {
  const lan = computer('Lan')
  await expect(lan.join('Kính gửi đồng chí')).rejects.toThrow(refusal('invalid-input'))
  expect(lan.steps).toEqual([])
})

test('a host that is silent is said to be silent', async () => {
  const { link } = fixture.machine('Lan')
  await fixture.stopHost()
  await expect(computer('Lan').join(link)).rejects.toThrow(refusal('not-ready'))
})

test('joining can be called off at every step', async () => {
  const { link } = fixture.machine('Lan')
  for (const last of ['reach', 'join', 'fetch'] as const) {
    const lan = computer('Lan')
    const push = lan.steps.push.bind(lan.steps)
    lan.steps.push = step => {
      if (step === last) lan.cancelling.abort()
      return push(step)
    }
    await expect(lan.join(link)).rejects.toThrow(refusal('cancelled'))
    expect(lan.files).toEqual([])
  }
})
