import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { createReportFile, readReportFile } from '../../../electron/host/store/report-file'
import { doesDiskFail } from '../../../shared/sync/host-notice'
import { stateFrame } from '../../../shared/sync/sync-frames'
import { buildChild } from '../../support/build-child'
import { startChildHost, type ChildHost } from '../../support/child-host'
import { isSoundFile } from '../../support/marks'
import {
  connectPeer,
  eventually,
  typeOn,
  typeParagraph,
  wordsOf,
  type Peer,
} from '../../support/network-peer'
import { sampleReport } from '../../support/store-fixture'

// The system lets no file of the host grow beyond this, as if the disk were full; the limit can be lifted later.
const kilobytes = 400
const limited = ['bash', '-c', `trap "" XFSZ; ulimit -S -f ${kilobytes}; exec "$@"`, '-']

let folder = ''
let path = ''
let host: ChildHost

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'full-disk-'))
  path = join(folder, 'Báo cáo.duthao')
  createReportFile(path, sampleReport())
  host = await startChildHost(await buildChild('committee-host'), [path], limited)
}, 120_000)
afterAll(async () => {
  await host.kill()
  rmSync(folder, { recursive: true, force: true })
})

interface Member {
  readonly peer: Peer
  readonly isTold: () => boolean
  /** Asks the host whether it has everything. */
  readonly ask: () => void
  /** Answers to that. */
  readonly answers: () => number
}

async function joinAs(name: string): Promise<Member> {
  const peer = connectPeer({ port: host.port, reportId: 'bao-cao', session: name })
  const { provider } = peer
  const sync = provider.messageHandlers[0]!
  let answers = 0
  provider.messageHandlers[0] = (...args) => {
    const [, decoder] = args
    if (decoder.arr[decoder.pos] === 1 && provider.synced) answers++
    sync(...args)
  }
  await peer.inStep()
  return {
    peer,
    isTold: () => doesDiskFail(provider.awareness.getStates().values()),
    ask: () => (provider.ws as unknown as WebSocket).send(stateFrame(peer.doc)),
    answers: () => answers,
  }
}

/** Types until the host says that it cannot write. */
async function fillTheDisk({ peer, isTold }: Member): Promise<void> {
  for (let count = 0; count < 100 && !isTold(); count++) {
    typeParagraph(peer.doc, `${count} `.repeat(5_000))
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  expect(isTold()).toBe(true)
}

test('while the host’s disk is full, people write on and are told; nothing is confirmed before it is written, nothing is lost', async () => {
  const [lan, minh] = [await joinAs('lan'), await joinAs('minh')]
  typeOn(minh.peer.doc, ' Minh ở đây.')
  minh.ask()
  await eventually(() => expect(minh.answers()).toBe(1))
  expect(minh.isTold()).toBe(false)

  await fillTheDisk(lan)
  await eventually(() => expect(minh.isTold()).toBe(true))
  typeOn(minh.peer.doc, ' Viết khi đĩa đầy.')
  minh.ask()
  await eventually(() => expect(wordsOf(lan.peer.doc)).toContain('Viết khi đĩa đầy.'))
  const late = await joinAs('hung')
  await eventually(() => expect(late.isTold()).toBe(true))
  expect(wordsOf(late.peer.doc)).toContain('Viết khi đĩa đầy.')
  expect(minh.answers()).toBe(1)

  execFileSync('prlimit', [`--pid=${host.pid}`, '--fsize=unlimited'])
  for (const { isTold } of [lan, minh, late]) await eventually(() => expect(isTold()).toBe(false))
  await eventually(() => expect(minh.answers()).toBe(2))

  await host.kill()
  for (const { peer } of [lan, minh, late]) {
    expect(peer.denial()).toBeNull()
    peer.leave()
  }
  const kept = readReportFile(path).text.textContent
  expect(kept).toContain('Minh ở đây. Viết khi đĩa đầy.')
  expect(kept.length).toBeGreaterThan(kilobytes * 200)
  expect(wordsOf(minh.peer.doc).replace(/<[^>]*>/g, '')).toBe(kept)
  expect(isSoundFile(path)).toBe(true)
}, 120_000)
