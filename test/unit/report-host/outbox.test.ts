import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { applyUpdate, Doc } from 'yjs'
import { createOutbox } from '../../../electron/host/report-host/outbox'
import { readFrame } from '../../../shared/sync/sync-frames'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)

/** What leaves an outbox, and what was written by then. */
function outbox(gather: number) {
  let written = 0
  let typed = 0
  const sent: { origin: unknown; update: Uint8Array; written: number }[] = []
  const box = createOutbox(
    () => (written = typed),
    gather,
    (origin, message) => {
      const frame = readFrame(message)
      if (frame.kind === 'update') sent.push({ origin, update: frame.update, written })
    },
  )
  const doc = new Doc()
  const type = (origin: string): void => {
    const note = (update: Uint8Array): void => box.add(update, origin)
    doc.on('update', note)
    typed++
    doc.getText('t').insert(0, 'x')
    doc.off('update', note)
  }
  return { box, sent, type, doc }
}

test('what comes in one turn goes out as one message, after it was written, to everybody', async () => {
  const { sent, type, doc } = outbox(0)
  type('lan')
  type('minh')
  expect(sent).toEqual([])
  await pass(1)
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({ origin: null, written: 2 })
  const other = new Doc()
  applyUpdate(other, sent[0]!.update)
  expect(other.getText('t').toJSON()).toBe(doc.getText('t').toJSON())
})

test('what one person alone typed does not come back to them', async () => {
  const { sent, type } = outbox(0)
  type('lan')
  type('lan')
  await pass(1)
  expect(sent.map(({ origin }) => origin)).toEqual(['lan'])
})

test('the first change after a lull does not wait, those behind it do', async () => {
  const { sent, type } = outbox(300)
  await pass(1000)
  type('lan')
  await pass(1)
  expect(sent).toHaveLength(1)
  type('lan')
  type('minh')
  await pass(200)
  expect(sent).toHaveLength(1)
  await pass(200)
  expect(sent).toHaveLength(2)
})

test('a closed outbox sends nothing more', async () => {
  const { box, sent, type } = outbox(0)
  type('lan')
  box.close()
  await pass(1)
  expect(sent).toEqual([])
})
