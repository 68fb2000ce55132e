// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { NoteId } from '../../shared/report/ids'
import { blockIdOf } from '../../shared/report/nodes'
import { note, noteRef, paragraph, report, sheet, text } from '../support/build-report'
import { drawnCaret, presentWriters, type PresentWriter } from '../support/present-writer'
import { bothOrders, caretAt, press, select, type } from '../support/writers'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  for (const writer of writers.splice(0)) writer.leave()
  vi.useRealTimers()
})

const writers: PresentWriter[] = []
/** Longer than everything waits that is told, sent or drawn. */
const soon = (): unknown => vi.advanceTimersByTime(500)

function open(ids: readonly [number, number] = [1, 2]): readonly [PresentWriter, PresentWriter] {
  const words = report({
    text: text(sheet(paragraph('Thu ngân sách', noteRef('n')), paragraph('Chi thường xuyên'))),
    notes: { n: note('Nguồn số liệu') },
  })
  writers.push(...presentWriters(words, [ids[0], 'Hà'], [ids[1], 'Tuấn']))
  soon()
  return [writers[0]!, writers[1]!]
}

test.each(bothOrders)('a colleague’s caret moves with what either of them types (%i, %i)', (...ids) => {
  const [ha, tuan] = open(ids)
  caretAt(ha, 'Thu', 3)
  caretAt(tuan, 'Thu', 8)
  soon()
  expect(drawnCaret(tuan.view.dom, 'Hà')).toBe('Thu| ngân sách')
  expect(drawnCaret(ha.view.dom, 'Tuấn')).toBe('Thu ngân| sách')
  type(ha, '+chi')
  vi.advanceTimersByTime(25)
  expect(drawnCaret(ha.view.dom, 'Tuấn')).toBe('Thu+chi ngân| sách')
  // Already with the words, before the caret itself is told.
  expect(drawnCaret(tuan.view.dom, 'Hà')).toBe('Thu+chi| ngân sách')
  type(tuan, ' nhà nước')
  soon()
  expect(drawnCaret(ha.view.dom, 'Tuấn')).toBe('Thu+chi ngân nhà nước| sách')
  expect(drawnCaret(tuan.view.dom, 'Hà')).toBe('Thu+chi| ngân nhà nước sách')
})

test('a caret that moves while this person types is drawn at its letter', () => {
  const [ha, tuan] = open()
  caretAt(tuan, 'Thu', 0)
  caretAt(ha, 'Thu', 3)
  soon()
  for (let key = 0; key < 60; key++) {
    type(tuan, 'x')
    if (key === 20) caretAt(ha, 'xxx', ha.view.state.doc.textContent.indexOf('ân sách'))
    vi.advanceTimersByTime(7)
    expect(drawnCaret(tuan.view.dom, 'Hà')).toMatch(/^x+(Thu\| ngân|Thu ng\|ân)/)
  }
  expect(drawnCaret(tuan.view.dom, 'Hà')).toMatch(/^x+Thu ng\|ân/)
})

test.each(bothOrders)('a caret follows its block when a colleague splits the block before it', (...ids) => {
  const [ha, tuan] = open(ids)
  caretAt(ha, 'Chi', 3)
  soon()
  caretAt(tuan, 'Thu', 3)
  press(tuan, 'Enter')
  soon()
  expect(drawnCaret(tuan.view.dom, 'Hà')).toBe('Chi| thường xuyên')
})

test('what a colleague selected is coloured', () => {
  const [ha, tuan] = open()
  select(ha, ['Chi', 4], ['Chi', 10])
  soon()
  expect(tuan.view.dom.querySelector('.colleague-selection')?.textContent).toBe('thường')
})

test('a caret in a note is drawn there and not in the text', () => {
  const [ha, tuan] = open()
  const at = { kind: 'note', id: 'n' as NoteId } as const
  const mounts = [ha, tuan].map(writer => {
    const mount = document.body.appendChild(document.createElement('div'))
    writer.session.mountNote(at, mount, 'note')
    return mount
  })
  soon()
  ha.session.enter(at)
  soon()
  expect(drawnCaret(mounts[1]!, 'Hà')).toBe('|Nguồn số liệu')
  expect(drawnCaret(tuan.view.dom, 'Hà')).toBeNull()
  expect(tuan.roster.people()).toMatchObject([{ at, place: blockIdOf(ha.view.state.doc.child(0).child(0)) }])
})

test('nothing is drawn under an open composition', () => {
  const [ha, tuan] = open()
  caretAt(ha, 'Thu', 3)
  soon()
  const fire = (kind: string): unknown => tuan.view.dom.dispatchEvent(new Event(kind, { bubbles: true }))
  fire('compositionstart')
  caretAt(ha, 'Thu', 8)
  soon()
  expect(drawnCaret(tuan.view.dom, 'Hà')).toBe('Thu| ngân sách')
  fire('compositionend')
  soon()
  expect(drawnCaret(tuan.view.dom, 'Hà')).toBe('Thu ngân| sách')
})

test('a colleague’s move does not part one’s own typing into two steps of undo', () => {
  const [ha, tuan] = open()
  caretAt(ha, 'Thu', 3)
  caretAt(tuan, 'Chi', 3)
  soon()
  type(tuan, 'a')
  caretAt(ha, 'Thu', 8)
  vi.advanceTimersByTime(250)
  type(tuan, 'b')
  tuan.session.undo()
  expect(tuan.view.state.doc.textContent).toContain('Chi thường xuyên')
})

test('whoever does nothing for half a minute is idle, whoever types at the end of a paragraph is not', () => {
  const [ha, tuan] = open()
  caretAt(ha, 'Chi', -0)
  soon()
  for (let second = 0; second < 40; second++) {
    type(ha, 'a')
    vi.advanceTimersByTime(1000)
  }
  expect(tuan.roster.people()).toMatchObject([{ name: 'Hà', isIdle: false }])
  vi.advanceTimersByTime(36_000)
  expect(tuan.roster.people()).toMatchObject([{ name: 'Hà', isIdle: true }])
  type(ha, 'b')
  soon()
  expect(tuan.roster.people()).toMatchObject([{ isIdle: false }])
})

test('whoever leaves is gone from the text and from the list', () => {
  const [ha, tuan] = open()
  caretAt(ha, 'Chi', 3)
  soon()
  expect(drawnCaret(tuan.view.dom, 'Hà')).not.toBeNull()
  ha.leave()
  soon()
  expect(drawnCaret(tuan.view.dom, 'Hà')).toBeNull()
  expect(tuan.roster.people()).toEqual([])
})

test('says nothing while nothing happens, and a few times a second while much does', () => {
  const [ha] = open()
  let told = 0
  ha.awareness.on('update', () => told++)
  vi.advanceTimersByTime(10_000)
  expect(told).toBe(0)
  caretAt(ha, 'Chi', -0)
  for (let key = 0; key < 100; key++) {
    type(ha, 'a')
    vi.advanceTimersByTime(20)
  }
  expect(told).toBeGreaterThan(10)
  expect(told).toBeLessThan(21)
})
