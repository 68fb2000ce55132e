import { expect, test } from 'vitest'
import { insertKeys } from '../../../shared/indicators/order-keys'
import { rowsTogether } from '../../../shared/indicators/row-blocks'
import { randomFrom } from '../../support/random'
import { row } from '../../support/build-indicators'

function insertInto(keys: readonly string[], index: number, count: number): string[] {
  const { inserted, changed } = insertKeys(keys, index, count)
  const kept = keys.map((key, at) => changed.get(at) ?? key)
  return [...kept.slice(0, index), ...inserted, ...kept.slice(index)]
}

test('new keys stand between their neighbours and leave the others alone', () => {
  expect(insertKeys(['a0', 'a1'], 1)).toEqual({ inserted: ['a0V'], changed: new Map() })
})

test('where two people left equal keys, what follows in the run is keyed anew and the order holds', () => {
  const keys = insertInto(['a0', 'a1', 'a1', 'a1', 'a2'], 2, 2)
  expect(keys).toHaveLength(7)
  expect(keys.slice(0, 2)).toEqual(['a0', 'a1'])
  expect(keys).toEqual([...new Set(keys)].sort())
  expect(keys[6]).toBe('a2')
})

test('any row of inserts gives rising keys', () => {
  const random = randomFrom(7)
  let keys: string[] = []
  for (let step = 0; step < 400; step++)
    keys = insertInto(keys, Math.floor(random() * (keys.length + 1)), 1 + Math.floor(random() * 3))
  expect(keys).toEqual([...new Set(keys)].sort())
})

test('records without a key come first and can be followed', () => {
  const keys = insertInto(['', '', 'a0'], 1, 1)
  expect(keys[0]).toBe('')
  expect(keys.slice(1)).toEqual([...keys.slice(1)].sort())
})

test('a group moves with what is below it, an indicator with its sub rows', () => {
  const rows = [
    row({ kind: 'group', groupLevel: 'letter' }),
    row({ kind: 'group', groupLevel: 'roman' }),
    row({}),
    row({ kind: 'sub' }),
    row({ kind: 'sub' }),
    row({}),
    row({ kind: 'group', groupLevel: 'roman' }),
    row({ kind: 'group', groupLevel: 'letter' }),
  ]
  expect(rows.map((_, index) => rowsTogether(rows, index))).toEqual([7, 5, 3, 1, 1, 1, 1, 1])
  expect(rowsTogether(rows, 9)).toBe(0)
})
