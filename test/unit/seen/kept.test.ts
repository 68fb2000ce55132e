import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { Seen } from '../../../electron/host/seen/seen'
import type { KeptChange } from '../../../electron/host/store/kept-rows'
import { piecesOf } from '../../../shared/seen/piece'
import { heading, paragraph, report, sheet, text } from '../../support/build-report'

function keeper() {
  const rows = new Map<string, Uint8Array>()
  const writes: KeptChange[] = []
  const store = {
    kept: () => rows,
    keep: (_subject: string, change: KeptChange) => {
      writes.push(change)
      for (const [name, bytes] of change) {
        if (bytes) rows.set(name, bytes)
        else rows.delete(name)
      }
    },
  }
  return { rows, writes, seen: new Seen(store) }
}

const whole = report({
  text: text(
    sheet(
      heading('roman', 'Kinh tế', 'A'),
      paragraph('Thu tăng.'),
      heading('number', 'Thu', 'B'),
      paragraph('Chi giảm.'),
      heading('roman', 'Văn hóa', 'C'),
    ),
  ),
})
const order = ['head', 'A', 'B', 'C']
const pieces = piecesOf(whole)

test('what was seen is given back by the name of its bytes, and told', () => {
  const { seen } = keeper()
  let told = 0
  seen.onChange(() => told++)
  seen.mark(pieces, order)
  expect(told).toBe(1)
  expect(seen.looks.map(({ section }) => section)).toEqual(order)
  const { name, json } = seen.pieces([seen.looks[1]?.piece ?? ''])[0]!
  expect(json).toBe(pieces[1]?.json)
  expect(name).toBe(createHash('sha256').update(json).digest('hex').slice(0, 32))
})

test('a section that has not changed is not kept twice, and one that nobody needs any more goes', () => {
  const { rows, writes, seen } = keeper()
  seen.mark(pieces, order)
  const before = new Set(rows.keys())
  seen.mark([pieces[1]!, { section: 'B', json: '{"other":true}' }], order)
  expect([...(writes[1]?.keys() ?? [])].filter(name => before.has(name) && name !== 'looks')).toHaveLength(1)
  expect(rows.size).toBe(before.size)
})

test('an approval is a look at its section and those inside, and at no other', () => {
  const { seen } = keeper()
  seen.markApproved(whole, 'A')
  expect(seen.looks.map(({ section }) => section)).toEqual(['A', 'B'])
})

test('damaged rows are as if nobody had looked', () => {
  const { rows, seen } = keeper()
  seen.mark(pieces, order)
  const piece = seen.looks[1]?.piece ?? ''
  rows.set(`piece:${piece}`, new Uint8Array([1, 2, 3]))
  expect(seen.pieces([piece])).toEqual([])
  rows.set('looks', new Uint8Array([123]))
  expect(seen.looks).toEqual([])
})
