import { copyFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openReportStore } from '../../../electron/host/store/report-store'
import { readHostUrl } from '../../../shared/session/host-url'
import { holdableNetworkTo, type HeldNetwork } from '../../support/network-held'
import { eventually, typeOn, wordsOf } from '../../support/network-peer'
import { inStep, until, withPeers, type Desktop } from '../../support/peer-fixture'

const fixture = withPeers()
const served = () => fixture.served().reports[0]!.shared.rooms.body.body

let network: HeldNetwork
beforeEach(async () => (network = await holdableNetworkTo(readHostUrl(fixture.served().urls[0]!)!.port)))
afterEach(() => network.close())

async function opened(name: string): Promise<Desktop> {
  const machine = fixture.machine(name)
  const desktop = machine.open(await machine.join(), [network.url])
  await inStep(desktop)
  return desktop
}

const allSame = (...desktops: Desktop[]): Promise<void> =>
  eventually(() => {
    for (const { body, peer } of desktops) {
      expect(wordsOf(body())).toBe(wordsOf(served()))
      expect(peer.state).toMatchObject({ connection: 'connected', unsent: 0 })
    }
  })

test('what a crash kept out of a member’s file, and the host has, comes back, and nothing is written under its ids again', async () => {
  const lan = await opened('Lan')
  typeOn(lan.body(), ' Trước.')
  await allSame(lan)
  lan.replica.store.flush()
  copyFileSync(lan.path, `${lan.path}.cũ`)
  copyFileSync(`${lan.path}-wal`, `${lan.path}.cũ-wal`)
  const before = lan.body().clientID
  typeOn(lan.body(), ' Chỉ máy chủ còn.')
  await allSame(lan)
  lan.close()
  copyFileSync(`${lan.path}.cũ`, lan.path)
  copyFileSync(`${lan.path}.cũ-wal`, `${lan.path}-wal`)

  const again = lan.reopen()
  expect(wordsOf(again.body())).toContain(' Trước.')
  expect(wordsOf(again.body())).not.toContain('Chỉ máy chủ còn.')
  typeOn(again.body(), ' Viết lại.')
  expect(again.body().clientID).not.toBe(before)
  await allSame(again)
  for (const words of ['Trước.', 'Chỉ máy chủ còn.', 'Viết lại.']) expect(wordsOf(served())).toContain(words)
  expect(fixture.faults).toEqual([])
})

test('changes that came before what they build on, over a connection that was lost then, get nobody refused', async () => {
  const lan = await opened('Lan')
  const { path } = fixture.served().reports[0]!
  await fixture.stopHost()
  await until(lan, 'offline')
  const store = openReportStore(path)
  typeOn(store.body, ' Lan chưa nghe.')
  store.close()
  // Her question is on its way; meanwhile she is told what is written, but not what it follows.
  network.hold('to-host')
  await fixture.startHost()
  await eventually(() => {
    typeOn(served(), ' Nghe trước.')
    expect(lan.body().store.pendingStructs).not.toBeNull()
  })
  typeOn(lan.body(), ' Lan viết.')
  lan.peer.tryNow()
  network.release('to-host')
  await allSame(lan)
  for (const words of ['Lan chưa nghe.', 'Nghe trước.', 'Lan viết.'])
    expect(wordsOf(served())).toContain(words)
  expect([...fixture.faults, ...lan.kept]).toEqual([])
})
