import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { importBytes } from '../../../electron/host/import/import-bytes'
import { compareContents } from '../../../shared/compare/compare-contents'
import { contentOf, type Content } from '../../../shared/compare/content'
import type { Difference } from '../../../shared/compare/difference'
import { editAtRandom, withoutIds } from '../../support/edit-script'
import { randomReport } from '../../support/random-report'

const path = new URL('../../../resources/sample/bao-cao-mau.docx', import.meta.url)
let sample: Content

beforeAll(async () => {
  const { report } = await importBytes(readFileSync(path), 'bao-cao-mau.docx')
  sample = contentOf(report)
})

const lines = (differences: readonly Difference[]): string[] =>
  differences.map(({ kind, place }) => {
    if (place.kind === 'cell') return `${kind} cell ${[place.row, place.column].filter(Boolean).join(' ')}`
    return `${kind} ${place.kind} ${'id' in place ? place.id : ''}`
  })

describe('edits that are known', () => {
  test.each(Array.from({ length: 30 }, (_, seed) => seed + 1))(
    'are named, and nothing else (seed %i)',
    seed => {
      const { content, told } = editAtRandom(sample, seed, 40)
      expect(lines(compareContents(sample, content).differences).sort()).toEqual([...told].sort())
    },
  )

  test.each(Array.from({ length: 10 }, (_, seed) => seed + 101))(
    'are named in a text that lost its ids (seed %i)',
    seed => {
      const { content, told } = editAtRandom(sample, seed, 15)
      const foreign = withoutIds(content, id => `w:${id}`)
      const found = lines(compareContents(sample, foreign).differences).map(line => line.replace('w:', ''))
      expect(found.sort()).toEqual([...told].sort())
    },
  )
})

describe('any two contents', () => {
  const pairs = Array.from({ length: 20 }, (_, seed) => seed + 1)

  test.each(pairs)('differ in nothing from themselves (seed %i)', seed => {
    const content = contentOf(randomReport(seed))
    expect(compareContents(content, content).differences).toEqual([])
    expect(compareContents(sample, sample).differences).toEqual([])
  })

  test.each(pairs)('are both whole in the flow of the comparison (seed %i)', seed => {
    const [was, now] = [contentOf(randomReport(seed)), contentOf(randomReport(seed + 1000))]
    const edited = editAtRandom(sample, seed, 30).content
    for (const [before, after] of [
      [was, now],
      [sample, edited],
    ] as const) {
      const { flow } = compareContents(before, after)
      expect(flow.flatMap(place => place.now)).toEqual(after.blocks)
      const order = new Map(before.blocks.map((block, index) => [block, index]))
      const old = flow.flatMap(place => place.was)
      expect(new Set(old).size).toBe(before.blocks.length)
      const stayed = flow.filter(({ moved }) => !moved).flatMap(place => place.was)
      const places = stayed.map(block => order.get(block) ?? -1)
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
  })

  test.each(pairs)('give no key twice (seed %i)', seed => {
    const [was, now] = [contentOf(randomReport(seed)), contentOf(randomReport(seed + 500))]
    const keys = compareContents(was, now).differences.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
