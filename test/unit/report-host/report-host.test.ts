import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  applyAwarenessUpdate,
  Awareness,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'
import { Doc, encodeStateAsUpdate } from 'yjs'
import type { Port } from '../../../electron/host/report-host/port'
import { ReportHost, type KeptDoc } from '../../../electron/host/report-host/report-host'
import { connectReport, type ConnectedReport } from '../../../renderer/host/sync-port'
import { fieldsOf } from '../../../shared/sync/report-doc'
import { awarenessFrame, flushFrame, readFrame, updateFrame } from '../../../shared/sync/sync-frames'
import { portPair } from '../../support/port-pair'
import { randomFrom } from '../../support/random'
import { withReportFile } from '../../support/store-fixture'

const file = withReportFile()
let host: ReportHost
let faults: unknown[]

beforeEach(() => {
  faults = []
  host = new ReportHost(file.open(), fault => faults.push(fault))
})
afterEach(() => host.close())

/** A window's end as the page has it: its `connectReport` runs here unchanged. */
function pageEnd(port: Port): MessagePort {
  const page = {
    onmessage: (_event: { data: unknown }): void => undefined,
    postMessage: (message: Uint8Array) => port.send(message),
    close: () => port.close(),
  }
  port.onMessage(data => page.onmessage({ data }))
  return page as unknown as MessagePort
}

async function openWindow(): Promise<ConnectedReport & { port: Port }> {
  const [hostSide, windowSide] = portPair()
  host.serve(hostSide)
  return { ...(await connectReport(pageEnd(windowSide))), port: windowSide }
}

/** A window that sends what it likes. */
function openHostile() {
  const [hostSide, port] = portPair()
  const state = { closed: false, heard: [] as Uint8Array[] }
  port.onClose(() => (state.closed = true))
  port.onMessage(message => state.heard.push(message as Uint8Array))
  host.serve(hostSide)
  return { state, send: (message: unknown) => port.send(message as Uint8Array) }
}

const settled = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 5))
const title = (body: Doc): string | undefined => fieldsOf(body).get('title')

describe('windows of one report', () => {
  test('have the whole report once connected', async () => {
    const { body } = await openWindow()
    expect(encodeStateAsUpdate(body)).toEqual(encodeStateAsUpdate(host.store.body))
  })

  test('in the middle of typing are shown others’ changes only between two letters, and soon', async () => {
    const one = await openWindow()
    const two = await openWindow()
    fieldsOf(one.body).set('place', 'chữ')
    fieldsOf(two.body).set('title', 'từ cửa sổ hai')
    await settled()
    expect(title(one.body)).not.toBe('từ cửa sổ hai')
    await vi.waitFor(() => expect(title(one.body)).toBe('từ cửa sổ hai'))
  })

  test('see each other’s changes, and the file gets them', async () => {
    const one = await openWindow()
    const two = await openWindow()
    fieldsOf(one.body).set('title', 'từ cửa sổ một')
    await settled()
    expect(title(two.body)).toBe('từ cửa sổ một')
    expect(host.store.flush()).toBe(true)
  })

  test('give all that was typed before they may close', async () => {
    const { body } = await openWindow()
    fieldsOf(body).set('title', 'gõ ngay trước khi đóng')
    expect(await host.settle(1000)).toBe(true)
    expect(title(host.store.body)).toBe('gõ ngay trước khi đóng')
  })

  test('that hang do not keep the host waiting for ever', async () => {
    openHostile()
    const start = Date.now()
    expect(await host.settle(50)).toBe(true)
    expect(Date.now() - start).toBeLessThan(2000)
  })

  test('that left are not waited for', async () => {
    const { close } = await openWindow()
    close()
    const start = Date.now()
    await host.settle(5000)
    expect(Date.now() - start).toBeLessThan(2000)
  })

  test('learn of cursors, and of cursors that left', async () => {
    const watcher = openHostile()
    const [hostSide, port] = portPair()
    host.serve(hostSide)
    const awareness = new Awareness(new Doc())
    awareness.setLocalState({ name: 'Lan' })
    port.send(awarenessFrame(encodeAwarenessUpdate(awareness, [awareness.clientID])))
    await settled()
    const cursors = (): number =>
      watcher.state.heard.filter(bytes => readFrame(bytes).kind === 'awareness').length
    expect(cursors()).toBe(1)
    port.close()
    await settled()
    expect(cursors()).toBe(2)
    awareness.destroy()
  })

  test('see who else is here, and who left', async () => {
    const [one, two] = [await openWindow(), await openWindow()]
    one.awareness.setLocalState({ place: 'b1' })
    await settled()
    expect(two.awareness.getStates().get(one.body.clientID)).toEqual({ place: 'b1' })
    const late = await openWindow()
    await settled()
    expect(late.awareness.getStates().get(one.body.clientID)).toEqual({ place: 'b1' })
    one.close()
    await settled()
    expect([...two.awareness.getStates().keys()]).toEqual([])
    expect([...late.awareness.getStates().keys()]).toEqual([])
  })

  test('say that they are still here when a connection to another host ends', async () => {
    const [one, two] = [await openWindow(), await openWindow()]
    one.awareness.setLocalState({ place: 'b1' })
    await settled()
    const { awareness } = host.presence
    // What y-websocket does when its socket closes.
    removeAwarenessStates(awareness, [...awareness.getStates().keys()], 'connection')
    await settled()
    expect(awareness.getStates().get(one.body.clientID)).toEqual({ place: 'b1' })
    expect(two.awareness.getStates().get(one.body.clientID)).toEqual({ place: 'b1' })
  })

  test('are made known again to a connection that begins', async () => {
    const one = await openWindow()
    one.awareness.setLocalState({ place: 'b1' })
    await settled()
    const told: unknown[] = []
    host.presence.awareness.on('update', ({ updated }: { updated: number[] }) => told.push(updated))
    host.presence.introduce()
    expect(told).toEqual([[one.body.clientID]])
  })
})

test('a window whose timers are held back is asked whether it is still here', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  try {
    const kept: KeptDoc = { body: new Doc(), readOnly: null, flush: () => true, close: () => undefined }
    const slow = new ReportHost(kept, fault => faults.push(fault))
    const [hostSide, port] = portPair()
    slow.serve(hostSide)
    const window = new Awareness(new Doc())
    window.setLocalState({ place: 'b1' })
    // Held back: its own renewing never comes.
    clearInterval(window._checkInterval as unknown as number)
    const tell = (): void => port.send(awarenessFrame(encodeAwarenessUpdate(window, [window.clientID])))
    let asked = 0
    port.onMessage(message => {
      const frame = readFrame(message as Uint8Array)
      if (frame.kind !== 'awareness') return
      asked++
      applyAwarenessUpdate(window, frame.update, 'host')
      tell()
    })
    tell()
    for (let second = 0; second < 20; second++) {
      vi.advanceTimersByTime(1000)
      await new Promise(resolve => setTimeout(resolve, 0))
    }
    expect(asked).toBeGreaterThan(0)
    expect(slow.presence.awareness.getStates().get(window.clientID)).toEqual({ place: 'b1' })
    slow.close()
  } finally {
    vi.useRealTimers()
  }
})

describe('a hostile window', () => {
  test.each<[string, unknown]>([
    ['no bytes', 'xin chào'],
    ['an object', { length: 5 }],
    ['nothing at all', undefined],
    ['an empty message', new Uint8Array()],
    ['an unknown kind', new Uint8Array([77, 1, 2])],
    ['an unknown kind of sync', new Uint8Array([0, 9, 0])],
    ['a length beyond the end', new Uint8Array([0, 2, 255, 255, 3, 1])],
    ['half an update', updateFrame(encodeStateAsUpdate(filled()).subarray(0, 20))],
    ['an update with its end cut off', updateFrame(encodeStateAsUpdate(filled()).subarray(0, -1))],
    ['a broken state', new Uint8Array([0, 0, 2, 255, 255])],
    ['broken awareness', awarenessFrame(new Uint8Array([1, 1, 1, 3, 123, 123, 123]))],
    ['too much awareness', awarenessFrame(new Uint8Array(100_000))],
    ['too much of anything', new Uint8Array(64_000_001)],
  ])('that sends %s is shut out, and nothing else happens', async (_what, message) => {
    const before = encodeStateAsUpdate(host.store.body)
    const other = await openWindow()
    const hostile = openHostile()
    hostile.send(message)
    await settled()
    expect(hostile.state.closed).toBe(true)
    expect(faults).toHaveLength(1)
    expect(encodeStateAsUpdate(host.store.body)).toEqual(before)
    fieldsOf(other.body).set('title', 'vẫn làm việc')
    await settled()
    expect(title(host.store.body)).toBe('vẫn làm việc')
  })

  test('that is shut out is not heard again', async () => {
    const hostile = openHostile()
    hostile.send('rác')
    hostile.send(updateFrame(encodeStateAsUpdate(filled())))
    await settled()
    expect(title(host.store.body)).not.toBe('lạ')
  })

  test('of random bytes never brings the host down', async () => {
    const random = randomFrom(11)
    const sound = [updateFrame(encodeStateAsUpdate(filled())), flushFrame(3)]
    for (let round = 0; round < 500; round++) {
      const bytes = Uint8Array.from(sound[round % 2]!)
      for (let spot = 0; spot < 3; spot++) bytes[Math.floor(random() * bytes.length)] = random() * 256
      openHostile().send(bytes)
    }
    await settled()
    const { body } = await openWindow()
    expect(encodeStateAsUpdate(body)).toEqual(encodeStateAsUpdate(host.store.body))
  })
})

function filled(): Doc {
  const body = new Doc()
  fieldsOf(body).set('title', 'lạ')
  return body
}
