import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Doc, encodeStateVector } from 'yjs'
import type { Confirmed } from '../../../electron/host/peer/membership'
import { Receipts } from '../../../electron/host/peer/receipts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function receiptsOf(kept: Confirmed = { unsent: 0, vector: null }, body = new Doc()) {
  let isOpen = false
  let questions = 0
  const receipts = new Receipts(
    body,
    kept,
    () => {
      if (isOpen) questions++
      return isOpen
    },
    () => undefined,
  )
  return {
    body,
    receipts,
    type: () => {
      body.getText('t').insert(0, 'x')
      receipts.edited()
    },
    asked: () => questions,
    cut: () => {
      isOpen = false
      receipts.disconnected()
    },
    open: () => void (isOpen = true),
    connect: () => {
      isOpen = true
      receipts.inStep()
    },
    unsent: () => receipts.unsent,
  }
}

test('an edit counts as unsent until a question that was asked after it is answered', () => {
  const at = receiptsOf()
  at.connect()
  at.type()
  vi.advanceTimersByTime(1000)
  expect(at.asked()).toBe(1)
  at.type()
  at.receipts.answered()
  expect(at.unsent()).toBe(1)
  vi.advanceTimersByTime(1000)
  at.receipts.answered()
  expect(at.unsent()).toBe(0)
  expect(at.receipts.current.vector).toEqual(encodeStateVector(at.body))
})

test('a person who goes on writing is not asked about at every key, and not left without a receipt for long', () => {
  const at = receiptsOf()
  at.connect()
  for (let key = 0; key < 100; key++) {
    at.type()
    vi.advanceTimersByTime(200)
  }
  expect(at.asked()).toBeGreaterThanOrEqual(3)
  expect(at.asked()).toBeLessThanOrEqual(5)
})

test('a question of a lost connection is never answered by the next one', () => {
  const at = receiptsOf()
  at.connect()
  at.type()
  vi.advanceTimersByTime(1000)
  at.cut()
  at.type()
  at.receipts.answered()
  expect(at.unsent()).toBe(2)
  at.connect()
  at.receipts.answered()
  expect(at.unsent()).toBe(0)
})

test('nothing is asked over a connection on which the host has not yet been told what was written before', () => {
  const at = receiptsOf()
  at.type()
  at.open()
  vi.advanceTimersByTime(10_000)
  expect(at.asked()).toBe(0)
  at.connect()
  expect(at.asked()).toBe(1)
  at.receipts.answered()
  expect(at.unsent()).toBe(0)
  at.cut()
  at.type()
  at.open()
  vi.advanceTimersByTime(10_000)
  expect(at.asked()).toBe(1)
})

test('the number goes on from what was kept', () => {
  const at = receiptsOf({ unsent: 7, vector: null })
  at.type()
  expect(at.unsent()).toBe(8)
})

test('edits whose number a crash took away still count as one', () => {
  const body = new Doc()
  const vector = encodeStateVector(body)
  body.getText('t').insert(0, 'x')
  expect(receiptsOf({ unsent: 0, vector }, body).unsent()).toBe(1)
  expect(receiptsOf({ unsent: 0, vector: encodeStateVector(body) }, body).unsent()).toBe(0)
})

test('what a colleague wrote since the last receipt is nothing unsent at the next opening', () => {
  const at = receiptsOf()
  at.connect()
  at.body.getText('t').insert(0, 'của người khác')
  expect(receiptsOf(at.receipts.current, at.body).unsent()).toBe(0)
})

test('in a replica made anew nothing is unsent', () => {
  const at = receiptsOf({ unsent: 7, vector: null })
  at.type()
  at.receipts.restart(new Doc())
  expect(at.unsent()).toBe(0)
  vi.advanceTimersByTime(10_000)
  expect(at.asked()).toBe(0)
})
