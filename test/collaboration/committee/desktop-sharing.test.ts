import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Doc, XmlElement } from 'yjs'
import { Failure } from '../../../shared/ipc/failure'
import { brokenEntries } from '../../../shared/ledger/entry'
import { textOf } from '../../../shared/sync/report-doc'
import { acceptInvitation, freePort, openDesktop, type Desktop } from '../../support/desktop'
import { eventually, typeOn, typeParagraph, wordsOf, type Peer } from '../../support/network-peer'
import { refusal, withReportFile } from '../../support/store-fixture'

const file = withReportFile()
const hoa = { name: 'Lê Thị Hoa', unit: 'Văn phòng' }
const desktops: Desktop[] = []
const peers: Peer[] = []
let port = 0

beforeEach(async () => void (port = await freePort()))
afterEach(() => {
  for (const peer of peers.splice(0)) peer.leave()
  for (const desktop of desktops.splice(0)) desktop.close()
})

function start(): Desktop {
  const desktop = openDesktop(file.open(), file.folder)
  desktops.push(desktop)
  return desktop
}

const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString()
const invitationFor = ({ sharing }: Desktop, role: 'secretary' | 'drafter' | 'reader' = 'secretary') =>
  sharing.invite({ name: 'Trần Văn Minh', unit: 'Sở Tài chính', role, grants: [], expires: tomorrow() })
const minhsKey = (): string => join(file.folder, 'keys', 'minh.json')

async function minhEnters(desktop: Desktop, role?: 'secretary' | 'drafter' | 'reader'): Promise<Peer> {
  const guest = await acceptInvitation(invitationFor(desktop, role).link, minhsKey())
  const peer = await guest.enter()
  peers.push(peer)
  return peer
}

const headingId = (doc: Doc): string => {
  const heading = (textOf(doc).get(0) as XmlElement).get(0) as XmlElement
  return heading.getAttribute('id')!
}
const lock = ({ sharing, host }: Desktop): unknown =>
  sharing.run({ kind: 'section.lock', section: headingId(host.store.body) })

describe('a report that is open in a window', () => {
  test('is shared in place, and both sides see what the other types', async () => {
    const desktop = start()
    const page = await desktop.openWindow()
    typeOn(page.now.body, ' gõ trước khi chia sẻ')
    await desktop.sharing.start(hoa, port)
    const minh = await minhEnters(desktop)
    expect(wordsOf(minh.doc)).toContain('gõ trước khi chia sẻ')
    typeParagraph(minh.doc, 'của Minh')
    typeOn(page.now.body, ' của Hoa')
    await eventually(() => {
      expect(wordsOf(page.now.body)).toContain('của Minh')
      expect(wordsOf(minh.doc)).toContain('của Hoa')
    })
    expect(desktop.faults).toEqual([])
  })

  test('has its secretary as founder, by name and unit, and says who is connected', async () => {
    const desktop = start()
    await desktop.sharing.start(hoa, port)
    expect(desktop.sharing.state).toMatchObject({
      ...{ part: 'host', connection: 'sharing' },
      self: { name: 'Lê Thị Hoa', role: 'secretary' },
    })
    expect(desktop.sharing.ledgerView.members).toMatchObject([hoa])
    const minh = await minhEnters(desktop)
    const members = desktop.sharing.ledgerView.members
    expect(members).toMatchObject([hoa, { name: 'Trần Văn Minh', unit: 'Sở Tài chính' }])
    expect(desktop.sharing.view).toMatchObject({ port, people: [{ member: members[1]!.id, here: true }] })
    minh.leave()
    await eventually(() => expect(desktop.sharing.view?.people).toMatchObject([{ here: false }]))
  })

  test('is shared again when it is opened again, with the same committee and address', async () => {
    const first = start()
    await first.sharing.start(hoa, port)
    const guest = await acceptInvitation(invitationFor(first).code!, minhsKey())
    desktops.pop()!.close()
    const again = start()
    expect(again.sharing.state.part).toBe('none')
    await again.sharing.resume()
    expect(again.sharing.state.connection).toBe('sharing')
    peers.push(await guest.enter())
    expect(again.sharing.ledgerView.members).toHaveLength(2)
  })

  test('is not shared by another computer that gets the file', async () => {
    const first = start()
    await first.sharing.start(hoa, port)
    desktops.pop()!.close()
    const elsewhere = openDesktop(file.open(), join(file.folder, 'máy khác'))
    desktops.push(elsewhere)
    await elsewhere.sharing.resume()
    expect(elsewhere.sharing.state).toMatchObject({ part: 'none', self: null })
    await elsewhere.sharing.start({ name: 'Phạm Thị Lan', unit: '' }, port)
    expect(elsewhere.sharing.ledgerView.members).toMatchObject([
      hoa,
      { name: 'Phạm Thị Lan', role: 'secretary' },
    ])
    expect(elsewhere.sharing.state.self?.name).toBe('Phạm Thị Lan')
  })

  test('stays unshared once sharing was stopped, and nobody is left connected', async () => {
    const desktop = start()
    await desktop.sharing.start(hoa, port)
    const minh = await minhEnters(desktop)
    const lost = new Promise(resolve => minh.provider.once('connection-close', resolve))
    desktop.sharing.stop()
    await lost
    expect(desktop.sharing.state.part).toBe('none')
    desktops.pop()!.close()
    const again = start()
    await again.sharing.resume()
    expect(again.sharing.state.part).toBe('none')
  })

  test('says that the port is taken, and can be shared at another', async () => {
    const other = openDesktop(file.open(), join(file.folder, 'a'))
    desktops.push(other)
    await other.sharing.start(hoa, port)
    desktops.pop()
    const { host } = other
    const desktop = openDesktop(host.store, join(file.folder, 'b'))
    await expect(desktop.sharing.start(hoa, port)).rejects.toThrow(/đang được chương trình khác dùng/)
    expect(desktop.sharing.state.part).toBe('none')
    const free = await freePort()
    await desktop.sharing.start(hoa, free)
    expect(desktop.sharing.view?.port).toBe(free)
    desktop.sharing.close()
    other.close()
  })

  test('opens all the same when its port is taken, and says why nobody can come', async () => {
    const first = start()
    await first.sharing.start(hoa, port)
    desktops.pop()!.close()
    const { createServer } = await import('node:net')
    const stranger = createServer()
    await new Promise<void>(resolve => stranger.listen(port, () => resolve()))
    const again = start()
    await again.sharing.resume()
    expect(again.sharing.state).toMatchObject({
      ...{ part: 'host', connection: 'offline' },
      message: expect.stringContaining(String(port)) as unknown,
    })
    await new Promise(resolve => stranger.close(resolve))
  })

  test('that is only read cannot be shared', async () => {
    const store = file.open()
    const readOnly = openDesktop(
      Object.assign(Object.create(store) as typeof store, { readOnly: 'chỉ đọc' }),
      file.folder,
    )
    await expect(readOnly.sharing.start(hoa, port)).rejects.toThrow(refusal('read-only'))
    readOnly.close()
  })
})

describe('the secretary’s own windows', () => {
  test('write under ids that are the secretary’s, from before sharing on', async () => {
    const desktop = start()
    const page = await desktop.openWindow()
    typeOn(page.now.body, ' trước')
    await desktop.sharing.start(hoa, port)
    const reloaded = await desktop.openWindow()
    typeOn(reloaded.now.body, ' sau')
    await eventually(() => expect(wordsOf(desktop.host.store.body)).toContain('sau'))
    const { clients } = desktop.host.store.ledger()
    const self = desktop.sharing.state.self!.id
    expect(clients.get(page.now.body.clientID)).toBe(self)
    expect(clients.get(reloaded.now.body.clientID)).toBe(self)
  })

  test('do not change a locked section: the window is rebuilt, and what was typed is kept', async () => {
    const desktop = start()
    const page = await desktop.openWindow()
    await desktop.sharing.start(hoa, port)
    lock(desktop)
    const before = page.now.body
    typeOn(before, ' vào mục đã khóa')
    typeOn(before, ', rồi gõ tiếp')
    await eventually(() => expect(desktop.refused).toHaveLength(1))
    const [refused] = desktop.refused
    expect(refused!.denial).toMatchObject({ code: 'locked', section: headingId(before) })
    expect(wordsOf(refused!.report)).not.toContain('khóa')
    expect(wordsOf(refused!.typed)).toContain('vào mục đã khóa, rồi gõ tiếp')
    expect(page.now.body).not.toBe(before)
    expect(wordsOf(page.now.body)).not.toContain('khóa')
    expect(wordsOf(desktop.host.store.body)).not.toContain('khóa')
  })

  test('are held by a lock also while the report is not shared', async () => {
    const first = start()
    await first.sharing.start(hoa, port)
    lock(first)
    first.sharing.stop()
    desktops.pop()!.close()
    const again = start()
    const page = await again.openWindow()
    typeOn(page.now.body, ' vào mục đã khóa')
    await eventually(() => expect(again.refused).toHaveLength(1))
    expect(wordsOf(again.host.store.body)).not.toContain('khóa')
  })

  test('go on writing while the disk is full, under an id that is theirs', async () => {
    const desktop = start()
    await desktop.sharing.start(hoa, port)
    const { store } = desktop.host
    const disk = vi.spyOn(store, 'writeLedger').mockImplementation(() => {
      throw new Failure('disk-full', 'Đầy')
    })
    const page = await desktop.openWindow()
    typeOn(page.now.body, ' khi đầy')
    await eventually(() => expect(wordsOf(store.body)).toContain('khi đầy'))
    disk.mockRestore()
    typeOn(page.now.body, ' và sau đó')
    await eventually(() => expect(wordsOf(store.body)).toContain('và sau đó'))
    expect(store.ledger().clients.get(page.now.body.clientID)).toBe(desktop.sharing.state.self!.id)
    expect(desktop.refused).toEqual([])
  })

  test('cannot be spoken for by a member who takes their id', async () => {
    const desktop = start()
    const page = await desktop.openWindow()
    await desktop.sharing.start(hoa, port)
    typeOn(page.now.body, ' của Hoa')
    const minh = await minhEnters(desktop)
    const own = minh.doc.clientID
    minh.doc.clientID = page.now.body.clientID
    typeOn(minh.doc, ' giả làm Hoa')
    expect(await minh.ended).toBe(4403)
    minh.doc.clientID = own
    expect(minh.denial()).toMatchObject({ code: 'foreign-client' })
    expect(wordsOf(desktop.host.store.body)).not.toContain('giả')
  })
})

test('what the secretary does stands in the record under the secretary’s name', async () => {
  const desktop = start()
  await desktop.sharing.start(hoa, port)
  lock(desktop)
  const room = (await acceptInvitation(invitationFor(desktop).file, minhsKey())).enter('ledger')
  peers.push(await room)
  const record = peers[0]!.doc.getArray<{ by: object; fact: { kind: string } }>('audit').toArray()
  const self = desktop.sharing.state.self!.id
  expect(record.map(({ by, fact }) => [fact.kind, by])).toEqual([
    ['ledger.found', { kind: 'operator' }],
    ['section.lock', { kind: 'member', id: self }],
    ['member.invite', { kind: 'member', id: self }],
    ['invitation.redeem', { kind: 'host' }],
  ])
  expect(brokenEntries(record as never)).toEqual([])
})
