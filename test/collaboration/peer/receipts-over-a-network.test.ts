import { afterEach, beforeEach, expect, test } from 'vitest'
import { readHostUrl } from '../../../shared/session/host-url'
import { holdableNetworkTo, type HeldNetwork } from '../../support/network-held'
import { eventually, typeOn, wordsOf } from '../../support/network-peer'
import { inStep, until, withPeers } from '../../support/peer-fixture'

const fixture = withPeers()
const served = () => fixture.served().reports[0]!.shared.rooms.body.body

let network: HeldNetwork
beforeEach(async () => (network = await holdableNetworkTo(readHostUrl(fixture.served().urls[0]!)!.port)))
afterEach(() => network.close())

/** Longer than anybody waits with a question after an edit. */
const lull = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 1200))

test('what was written without a host is not confirmed by a connection over which the host has not heard it', async () => {
  const machine = fixture.machine('Lan')
  const lan = machine.open(await machine.join(), [network.url])
  await inStep(lan)
  await fixture.stopHost()
  await until(lan, 'offline')
  // The socket opens, but the host's first word is slow to come, so it is not told anything yet.
  network.hold('from-host')
  await fixture.startHost()
  await lull()
  typeOn(lan.body(), ' Viết khi không có mạng.')
  await lull()
  // What the host says arrives; what it is told then is lost on the way.
  network.hold('to-host')
  network.release('from-host')
  await until(lan, 'connected')
  await lull()
  expect(wordsOf(served())).not.toContain('Viết khi không có mạng.')
  expect(lan.peer.state.unsent).toBe(1)

  network.release('to-host')
  await eventually(() => expect(lan.peer.state.unsent).toBe(0))
  expect(wordsOf(served())).toContain('Viết khi không có mạng.')
  expect(fixture.faults).toEqual([])
})
