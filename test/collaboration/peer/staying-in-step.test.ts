import { renameSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConfirmed } from '../../../electron/host/peer/membership'
import { eventually, typeOn, typeParagraph, wordsOf } from '../../support/network-peer'
import type { Presence } from '../../../shared/sync/presence'
import { inStep, openWindow, until, withPeers, type Desktop } from '../../support/peer-fixture'

const fixture = withPeers()
const served = () => fixture.served().reports[0]!.shared.rooms.body.body

const allSame = (...desktops: Desktop[]): Promise<void> =>
  eventually(() => {
    for (const desktop of desktops) {
      expect(wordsOf(desktop.body())).toBe(wordsOf(served()))
      expect(desktop.peer.state).toMatchObject({ connection: 'connected', unsent: 0 })
    }
  })

test('an invitation gives a file with the whole report, and the report open in it follows the host', async () => {
  const lan = await fixture.desktop('Lan')
  expect(wordsOf(lan.body())).toBe(wordsOf(served()))
  const self = { name: 'Lan', role: 'secretary' }
  expect(lan.peer.state).toMatchObject({ part: 'member', unsent: 0, message: null, self })
  typeParagraph(served(), 'Viết ở máy chủ')
  await allSame(lan)
  typeOn(served(), ' Và nữa.')
  await eventually(() => expect(wordsOf(lan.body())).toContain('Và nữa.'))
  // What comes from the host is nothing unsent.
  expect(lan.told.map(({ unsent }) => unsent)).not.toContain(1)
  expect(readConfirmed(lan.replica.store).unsent).toBe(0)
  expect(fixture.faults).toEqual([])
})

test('what a window types reaches another computer’s window, and the host confirms it', async () => {
  const [lan, minh] = [await fixture.desktop('Lan'), await fixture.desktop('Minh')]
  const [hers, his] = [openWindow(lan), openWindow(minh)]
  await eventually(() => expect(wordsOf(hers.doc)).toBe(wordsOf(served())))
  typeOn(hers.doc, ' Lan viết.')
  await eventually(() => expect(wordsOf(his.doc)).toContain('Lan viết.'))
  expect(lan.peer.state.unsent).toBe(1)
  await allSame(lan, minh)
  expect(fixture.faults).toEqual([])
})

test.each(['Lan', 'Minh'])(
  'what two wrote while apart, over a night with everything switched off, is all there after they meet (%s first)',
  async first => {
    const [lan, minh] = [await fixture.desktop('Lan'), await fixture.desktop('Minh')]
    await fixture.stopHost()
    await Promise.all([until(lan, 'offline'), until(minh, 'offline')])
    typeOn(lan.body(), ' Lan một mình.')
    typeOn(minh.body(), ' Minh một mình.')
    typeParagraph(minh.body(), 'Thêm đoạn của Minh')
    expect(minh.peer.state).toMatchObject({ connection: 'offline', unsent: 2 })
    expect(minh.peer.state.message).toContain('tự gửi khi có mạng')
    const [one, other] = first === 'Lan' ? [lan, minh] : [minh, lan]
    for (const desktop of [one, other]) desktop.close()
    await fixture.startHost()
    const again = one.reopen()
    await inStep(again)
    const last = other.reopen()
    await allSame(again, last)
    for (const words of ['Lan một mình', 'Minh một mình', 'Thêm đoạn của Minh'])
      expect(wordsOf(served())).toContain(words)
    expect(fixture.faults).toEqual([])
  },
)

test('unsent edits are still counted after the report was closed and opened without a network', async () => {
  const lan = await fixture.desktop('Lan')
  await fixture.stopHost()
  await until(lan, 'offline')
  for (const words of [' một', ' hai', ' ba']) typeOn(lan.body(), words)
  // A crash now would not leave the impression that all is sent.
  expect(readConfirmed(lan.replica.store).unsent).toBe(1)
  const again = lan.reopen()
  expect(again.peer.state.unsent).toBe(3)
  typeOn(again.body(), ' bốn')
  expect(again.peer.state.unsent).toBe(4)
  await fixture.startHost()
  await allSame(again)
  expect(again.reopen().peer.state.unsent).toBe(0)
})

test('a host that stops and comes back while somebody types loses nothing and refuses nobody', async () => {
  const [lan, minh] = [await fixture.desktop('Lan'), await fixture.desktop('Minh')]
  const window = openWindow(lan)
  await eventually(() => expect(wordsOf(window.doc)).toBe(wordsOf(served())))
  for (let round = 0; round < 3; round++) {
    typeOn(window.doc, ` trước ${round}.`)
    await fixture.stopHost()
    typeOn(window.doc, ` giữa ${round}.`)
    await fixture.startHost()
    typeOn(window.doc, ` sau ${round}.`)
  }
  await allSame(lan, minh)
  for (let round = 0; round < 3; round++)
    expect(wordsOf(served())).toContain(` trước ${round}. giữa ${round}. sau ${round}.`)
  expect(fixture.faults).toEqual([])
  expect(lan.kept).toEqual([])
})

test('the committee is known from the ledger, on days without a host too', async () => {
  const lan = await fixture.desktop('Lan', 'drafter')
  const { ledger } = fixture.served().reports[0]!
  const change = {
    kind: 'member.change',
    member: lan.peer.link.member,
    name: 'Trần Lan',
    unit: '',
    role: 'leader',
  }
  expect(ledger.run(change, { kind: 'operator' })).toMatchObject({ ok: true })
  await eventually(() => expect(lan.peer.state.self).toMatchObject({ name: 'Trần Lan', role: 'leader' }))
  await fixture.stopHost()
  const again = lan.reopen()
  expect(again.peer.state.self).toMatchObject({ name: 'Trần Lan', role: 'leader' })
  expect(again.peer.ledger.getMap('members').size).toBe(1)
})

test('while the host cannot write, members are told, go on, and keep what is not confirmed', async () => {
  const [lan, minh] = [await fixture.desktop('Lan'), await fixture.desktop('Minh')]
  const { path } = fixture.served().reports[0]!
  typeOn(lan.body(), ' Trước đó.')
  await allSame(lan, minh)
  renameSync(path, `${path}.đi`)
  typeOn(lan.body(), ' Khi ổ đĩa hỏng.')
  await eventually(() => expect(lan.peer.state.message).toContain('chưa ghi được'))
  await eventually(() => expect(wordsOf(minh.body())).toContain('Khi ổ đĩa hỏng.'))
  expect(lan.peer.state).toMatchObject({ connection: 'connected', unsent: 1 })
  // Minh has not written yet, and nobody can put down that the words are his.
  typeOn(minh.body(), ' Minh cũng viết.')
  const told = expect.stringContaining('chưa ghi được') as string
  await eventually(() => expect(minh.peer.state).toMatchObject({ connection: 'offline', message: told }))
  renameSync(`${path}.đi`, path)
  await allSame(lan, minh)
  expect(lan.peer.state.message).toBeNull()
  expect(wordsOf(served())).toContain('Minh cũng viết.')
})

test('who is where is told to everybody, forgotten with the connection, and told again', async () => {
  const [lan, minh] = [await fixture.desktop('Lan'), await fixture.desktop('Minh')]
  const hers = openWindow(lan)
  const his = openWindow(minh)
  const namesAt = (window: typeof hers): string[] =>
    [...window.awareness.getStates().values()].flatMap(({ user }: Presence) => user?.name ?? [])
  his.awareness.setLocalStateField('place', 'b2')
  await eventually(() => expect(namesAt(hers)).toEqual(['Minh']))
  hers.awareness.setLocalStateField('place', 'b1')
  await eventually(() => expect(namesAt(his)).toEqual(['Lan']))
  expect(namesAt(hers)).toEqual(['Minh'])
  await fixture.stopHost()
  await eventually(() => expect(namesAt(his)).toEqual([]))
  expect(hers.awareness.getLocalState()).toMatchObject({ place: 'b1' })
  await fixture.startHost()
  await eventually(() => expect(namesAt(his)).toEqual(['Lan']))
  // Only his connection is lost: hers has nothing new to say, and he sees her again all the same.
  minh.peer.tryNow()
  await eventually(() => expect(namesAt(his)).toEqual([]))
  await eventually(() => expect(namesAt(his)).toEqual(['Lan']))
  hers.leave()
  await eventually(() => expect(namesAt(his)).toEqual([]))
})
