import { expect, test } from 'vitest'
import { layOutRows } from '../../../shared/print/table-grid'
import { randomFrom } from '../../support/random'

const at = (cell: string, colspan = 1, rowspan = 1) => ({ cell, colspan, rowspan })

test('cells go to the next free column, past cells merged from above', () => {
  const { columns, rows } = layOutRows([
    [at('a', 1, 2), at('b')],
    [at('c'), at('d')],
  ])
  expect(columns).toBe(3)
  expect(rows.map(row => row.map(({ cell, x }) => `${cell ?? 'hole'}@${x}`))).toEqual([
    ['a@0', 'b@1', 'hole@2'],
    ['c@1', 'd@2'],
  ])
})

test('a merged cell ends with the table', () => {
  expect(layOutRows([[at('a', 1, 9)], []]).rows[0]![0]!.rowspan).toBe(2)
})

test('a table without cells has no columns', () => {
  expect(layOutRows([[], []])).toEqual({ columns: 0, rows: [[], []] })
})

test('whatever the spans, every place is covered by exactly one cell', () => {
  const random = randomFrom(7)
  const pick = (most: number) => Math.floor(random() * most)
  for (let round = 0; round < 300; round++) {
    const table = Array.from({ length: 1 + pick(5) }, () =>
      Array.from({ length: pick(5) }, () => at('x', 1 + pick(4), 1 + pick(4))),
    )
    const { columns, rows } = layOutRows(table)
    const cover = rows.map(() => Array<number>(columns).fill(0))
    rows.forEach((row, y) =>
      row.forEach(({ x, colspan, rowspan }) => {
        for (let v = y; v < y + rowspan; v++) for (let u = x; u < x + colspan; u++) cover[v]![u]! += 1
      }),
    )
    expect(cover.flat().every(count => count === 1)).toBe(true)
    const kept = rows.flat().filter(({ cell }) => cell !== null)
    expect(kept).toHaveLength(table.flat().length)
  }
})
