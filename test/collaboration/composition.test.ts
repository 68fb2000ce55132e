// @vitest-environment jsdom
import type { EditorView } from 'prosemirror-view'
import { expect, test, vi } from 'vitest'
import { Doc, applyUpdate, encodeStateAsUpdate } from 'yjs'
import { connectReport } from '../../renderer/host/sync-port'
import { openSession } from '../../renderer/state/report-session'
import { readReport } from '../../shared/sync/read-report'
import { textOf } from '../../shared/sync/report-doc'
import { flushFrame, readFrame, restFrame, updateFrame } from '../../shared/sync/sync-frames'
import { writeReport } from '../../shared/sync/write-report'
import { note, noteRef, paragraph, report, sheet, text } from '../support/build-report'
import type { XmlElement, XmlText } from 'yjs'

const words = { text: 'Nội dung', emptyHeading: '', noteMark: String }

/** A window on a report that a colleague can change, through the real sync port. `later`: when letters are written. */
async function joined(later?: () => void) {
  const colleague = new Doc()
  writeReport(
    colleague,
    report({ text: text(sheet(paragraph('Thu', noteRef('n')))), notes: { n: note('Nguồn') } }),
  )
  const port = { onmessage: null as null | ((event: unknown) => void), postMessage: vi.fn(), close: vi.fn() }
  const connecting = connectReport(port as unknown as MessagePort)
  port.onmessage?.({ data: restFrame(colleague, new Uint8Array([0])) })
  const { body, hold, release, beforeMessages } = await connecting
  const session = openSession({
    ...{ body, readOnly: false, words, editLink: vi.fn(), remote: { hold, release } },
    ...(later ? { later } : {}),
  })
  beforeMessages(session.settle)
  session.mountText(document.body.appendChild(document.createElement('div')))
  colleague.on('update', (update: Uint8Array) => port.onmessage?.({ data: updateFrame(update) }))
  const type = (typed: string): void => {
    const paragraphOfText = (textOf(colleague).get(0) as XmlElement).get(0) as XmlElement
    ;(paragraphOfText.get(0) as XmlText).insert(0, typed)
  }
  return { colleague, body, session, type, port }
}

const shown = (body: Doc): string => readReport(body).text.textContent
const fire = (target: Element, type: string): void =>
  void target.dispatchEvent(new Event(type, { bubbles: true }))

test("a colleague's changes wait while a word is composed, and come in 30 ms after it is done", async () => {
  const { body, session, type } = await joined()
  vi.useFakeTimers()
  const dom = session.editor()?.dom as Element
  type('A')
  expect(shown(body)).toBe('AThu')
  fire(dom, 'compositionstart')
  type('B')
  expect(shown(body)).toBe('AThu')
  fire(dom, 'compositionend')
  vi.advanceTimersByTime(29)
  expect(shown(body)).toBe('AThu')
  vi.advanceTimersByTime(2)
  expect(shown(body)).toBe('BAThu')
  vi.useRealTimers()
})

test('the next word begun at once keeps them waiting', async () => {
  const { body, session, type } = await joined()
  vi.useFakeTimers()
  const dom = session.editor()?.dom as Element
  fire(dom, 'compositionstart')
  type('B')
  fire(dom, 'compositionend')
  vi.advanceTimersByTime(10)
  fire(dom, 'compositionstart')
  vi.advanceTimersByTime(100)
  expect(shown(body)).toBe('Thu')
  fire(dom, 'compositionend')
  vi.advanceTimersByTime(31)
  expect(shown(body)).toBe('BThu')
  vi.useRealTimers()
})

test('composing in a note holds them too, and a note taken away lets them in', async () => {
  const { body, session, type } = await joined()
  const mount = document.body.appendChild(document.createElement('div'))
  const unmount = session.mountNote({ kind: 'note', id: 'n' as never }, mount, 'Chú thích')
  fire(mount, 'compositionstart')
  type('B')
  expect(shown(body)).toBe('Thu')
  unmount()
  expect(shown(body)).toBe('BThu')
})

test('what waits is not lost when the same words are changed here meanwhile', async () => {
  const { colleague, body, session, type } = await joined()
  const view = session.editor()
  if (!view) throw new Error('No editor')
  fire(view.dom, 'compositionstart')
  type('B')
  view.dispatch(view.state.tr.insertText('tiếng', 5))
  fire(view.dom, 'compositionend')
  await new Promise(resolve => setTimeout(resolve, 40))
  expect(shown(body)).toBe('BThutiếng')
  applyUpdate(colleague, encodeStateAsUpdate(body))
  expect(shown(colleague)).toBe('BThutiếng')
})

test("letters that wait are written before a colleague's change is let in", async () => {
  const { body, session, type } = await joined(() => undefined)
  const client = body.clientID
  const view = session.editor() as EditorView
  view.dispatch(view.state.tr.insertText('X', 2))
  expect(shown(body)).toBe('Thu')
  type('A')
  expect(view.state.doc.textContent).toMatch(/^(AX|XA)Thu$/)
  expect(shown(body)).toBe(view.state.doc.textContent)
  // Written by this window and not in the colleague's name, or it would never be sent.
  expect(body.clientID).toBe(client)
})

test('letters that wait are sent before the host is told that everything was', async () => {
  const { session, port } = await joined(() => undefined)
  const view = session.editor() as EditorView
  view.dispatch(view.state.tr.insertText('X', 2))
  port.postMessage.mockClear()
  port.onmessage?.({ data: flushFrame(1) })
  expect(port.postMessage.mock.calls.map(([frame]) => readFrame(frame as Uint8Array).kind)).toEqual([
    'update',
    'flush',
  ])
})
