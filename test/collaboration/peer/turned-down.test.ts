import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { XmlElement } from 'yjs'
import { readReportFile } from '../../../electron/host/store/report-file'
import { readHostUrl } from '../../../shared/session/host-url'
import { textOf } from '../../../shared/sync/report-doc'
import { networkTo, type Network } from '../../support/network-between'
import { eventually, typeOn, typeParagraph, wordsOf } from '../../support/network-peer'
import { inStep, openWindow, until, withPeers, type Desktop } from '../../support/peer-fixture'
import { blocksIn, pause } from '../../support/store-fixture'

const fixture = withPeers()
const report = () => fixture.served().reports[0]!
const served = () => report().shared.rooms.body.body

function run(command: object): void {
  const reply = report().ledger.run(command, { kind: 'operator' })
  if (!reply.ok) throw new Error(reply.message)
}

/** The only section of the report is closed to everybody. */
function lock(): void {
  const [heading] = (textOf(served()).get(0) as XmlElement).toArray() as XmlElement[]
  run({ kind: 'section.lock', section: heading!.getAttribute('id')! })
}

const allSame = (...desktops: Desktop[]): Promise<void> =>
  eventually(() => {
    for (const desktop of desktops) {
      expect(wordsOf(desktop.body())).toBe(wordsOf(served()))
      expect(desktop.peer.state).toMatchObject({ connection: 'connected', unsent: 0 })
    }
  })

test('after a refusal the replica is the host’s again, and what only it held was handed over before', async () => {
  const [lan, minh] = [await fixture.desktop('Lan'), await fixture.desktop('Minh')]
  await fixture.stopHost()
  await until(lan, 'offline')
  typeOn(lan.body(), ' Viết vào mục bị khóa.')
  typeOn(lan.body(), ' Viết thêm.')
  await fixture.startHost()
  lock()
  await eventually(() => expect(lan.kept).toHaveLength(1))
  await allSame(lan, minh)
  const [{ before, now, denial }] = lan.kept as [(typeof lan.kept)[0]]
  expect(wordsOf(before)).toContain('Viết vào mục bị khóa. Viết thêm.')
  expect(wordsOf(now)).toBe(wordsOf(served()))
  expect(denial).toMatchObject({ code: 'locked' })
  expect(wordsOf(served())).not.toContain('mục bị khóa')
  const afterwards = lan.told.slice(lan.told.findIndex(({ connection }) => connection === 'refused'))
  expect(afterwards.find(({ connection }) => connection === 'connected')).toMatchObject({ unsent: 0 })
  expect(lan.peer.state.message).toContain('nằm trong khay')
  expect(fixture.faults).toHaveLength(1)
})

test('the file holds the host’s state after a refusal, and goes on from there', async () => {
  const lan = await fixture.desktop('Lan')
  lock()
  typeOn(lan.body(), ' Không được nhận.')
  await eventually(() => expect(lan.kept).toHaveLength(1))
  await inStep(lan)
  run({ kind: 'section.unlock', section: sectionId() })
  typeParagraph(lan.body(), 'Viết sau đó')
  expect(lan.peer.state.unsent).toBe(1)
  await allSame(lan)
  const again = lan.reopen()
  expect(wordsOf(again.body())).toContain('Viết sau đó')
  expect(wordsOf(again.body())).not.toContain('Không được nhận')
  await allSame(again)
  expect(again.kept).toEqual([])
})

const sectionId = (): string =>
  ((textOf(served()).get(0) as XmlElement).get(0) as XmlElement).getAttribute('id')!

test('a window that goes on typing while its replica is made anew loses no letter', async () => {
  const lan = await fixture.desktop('Lan')
  const old = openWindow(lan)
  await eventually(() => expect(wordsOf(old.doc)).toBe(wordsOf(served())))
  const typed: string[] = []
  const words = (): string => {
    typed.push(`<${typed.length}>`)
    return typed.at(-1)!
  }
  lan.replica.onExchange(() => {
    // The window hears of it a little later, and types on until then.
    typeOn(old.doc, words())
    setTimeout(() => {
      typeOn(old.doc, words())
      old.leave()
    }, 30)
  })
  lock()
  typeOn(old.doc, words())
  await eventually(() => expect(lan.kept).toHaveLength(2))
  await allSame(lan)
  const [first, late] = lan.kept as [(typeof lan.kept)[0], (typeof lan.kept)[0]]
  expect(wordsOf(first.before)).toContain('<0>')
  expect(wordsOf(late.before)).toContain('<0><1><2>')
  // Only what came late is still to be handed over.
  expect(wordsOf(late.now)).toBe(wordsOf(first.before))
})

test('what was typed is kept even where it cannot be put away: the replica stays as it is, and it is tried again', async () => {
  const lan = await fixture.desktop('Lan')
  lan.refuseToKeep(1000)
  lock()
  typeOn(lan.body(), ' Chưa cất được.')
  await eventually(() => expect(lan.peer.state.message).toContain('Ổ đĩa đầy'))
  expect(wordsOf(lan.replica.store.body)).toContain('Chưa cất được')
  lan.refuseToKeep(0)
  await eventually(() => expect(lan.kept).toHaveLength(1))
  expect(wordsOf(lan.kept[0]!.before)).toContain('Chưa cất được')
  await allSame(lan)
})

test('a member who is shut out is cut off, and keeps a file that can be read', async () => {
  const lan = await fixture.desktop('Lan', 'reader')
  run({ kind: 'member.revoke', member: lan.peer.link.member })
  await until(lan, 'revoked')
  typeParagraph(served(), 'Không cho người ngoài')
  typeOn(lan.body(), ' Viết cho riêng mình.')
  const text = wordsOf(lan.body())
  expect(text).not.toContain('người ngoài')
  lan.close()
  expect(blocksIn(readReportFile(lan.path)).join()).toContain('Viết cho riêng mình.')
  await fixture.stopHost()
  const again = lan.reopen()
  expect(again.peer.state.connection).toBe('revoked')
  expect(again.peer.state.message).toContain('ngừng tham gia')
})

test('who was shut out and is a member again is let in at the next opening', async () => {
  const lan = await fixture.desktop('Lan', 'reader')
  run({ kind: 'member.revoke', member: lan.peer.link.member })
  await until(lan, 'revoked')
  run({ kind: 'member.restore', member: lan.peer.link.member })
  const again = lan.reopen()
  await allSame(again)
  await fixture.stopHost()
  expect(again.reopen().peer.state.connection).not.toBe('revoked')
})

describe('over a network that changes what is asked', () => {
  let network: Network
  beforeEach(async () => (network = await networkTo(readHostUrl(fixture.served().urls[0]!)!.port)))
  afterEach(() => network.close())

  async function opened(name: string): Promise<Desktop> {
    const machine = fixture.machine(name)
    return machine.open(await machine.join(), [network.url])
  }

  test('a session that the host does not know any more is followed by another', async () => {
    let spoilt = 0
    network.change = head => (spoilt++ < 4 ? head.replace(/token=.{8}/, 'token=AAAAAAAA') : head)
    const lan = await opened('Lan')
    await allSame(lan)
    expect(spoilt).toBeGreaterThan(4)
    expect(lan.told.map(({ connection }) => connection)).not.toContain('revoked')
  })

  test('a program of another version is told so before the first byte, and does not go on knocking', async () => {
    let knocks = 0
    network.change = head => {
      if (head.startsWith('GET')) knocks++
      return head.replace(/schema=\d/, 'schema=9')
    }
    const lan = await opened('Lan')
    const before = wordsOf(lan.body())
    typeParagraph(served(), 'Không cho chương trình cũ')
    await until(lan, 'other-version')
    expect(lan.peer.state.message).toContain('cập nhật chương trình')
    lan.peer.tryNow()
    await pause(300)
    expect(knocks).toBe(3)
    expect(wordsOf(lan.body())).toBe(before)
  })

  test('a network that is cut and comes back brings everything that was written on both sides', async () => {
    const [lan, minh] = [await opened('Lan'), await fixture.desktop('Minh')]
    await inStep(lan)
    const [hers, his] = [openWindow(lan), openWindow(minh)]
    const isSeen = (): boolean => his.awareness.getStates().has(hers.doc.clientID)
    await eventually(() => expect(isSeen()).toBe(true))
    network.cut()
    await until(lan, 'offline')
    await eventually(() => expect(isSeen()).toBe(false))
    typeOn(lan.body(), ' Lan ngoài mạng.')
    typeOn(minh.body(), ' Minh trong mạng.')
    await eventually(() => expect(wordsOf(served())).toContain('Minh trong mạng.'))
    network.mend()
    lan.peer.tryNow()
    await allSame(lan, minh)
    expect(wordsOf(served())).toContain('Lan ngoài mạng.')
    // Her window has not moved; the host has heard all this before.
    await vi.waitFor(() => expect(isSeen()).toBe(true), 5000)
  })
})
