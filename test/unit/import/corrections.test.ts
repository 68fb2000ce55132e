import { expect, test } from 'vitest'
import { applyCorrections } from '../../../shared/import/apply-corrections'
import { previewOf } from '../../../shared/import/preview'
import { recognise } from '../../../shared/import/recognise'
import type { Level } from '../../../shared/report/levels'
import { blockIdOf, blocksOf } from '../../../shared/report/nodes'
import { bold, boldPara, noteMark, para, source, tableOf } from '../../support/build-source'
import { reportLines } from '../../support/report-lines'

const imported = recognise(
  source(
    [
      boldPara('I- MỘT'),
      boldPara('1. Hai'),
      para('3. Ba', noteMark('n'), ' dài.'),
      para(bold('1.1.1. Bốn')),
      para('Chủ đề 1: a'),
      para('Chủ đề 2: b'),
      tableOf([['ô']]),
    ],
    { n: 'x' },
  ),
)
const ids = blocksOf(imported.report.text).map(blockIdOf)
const correct = (...changes: [number, Level | null][]) =>
  reportLines(
    applyCorrections(
      imported.report,
      changes.map(([index, level]) => ({ id: ids[index] ?? '', level })),
    ),
  )

test('a heading changes its level and is counted anew', () => {
  expect(correct([1, 'letter']).slice(0, 2)).toEqual(['roman | I- | MỘT', 'letter | A- | Hai'])
})

test('a paragraph that becomes a heading loses its typed or listed number and its bold, not its note', () => {
  expect(correct([2, 'number'], [3, 'subnumber']).slice(1, 4)).toEqual([
    'number | 1. | Hai',
    'number | 2. | Ba￼ dài.',
    'subnumber | 2.1. | Bốn',
  ])
  const { text } = applyCorrections(imported.report, [{ id: ids[3] ?? '', level: 'number' }])
  expect(blocksOf(text)[3]?.firstChild?.marks).toEqual([])
})

test('a heading that becomes a paragraph keeps its number, as a list or as words', () => {
  expect(correct([0, null], [1, null]).slice(0, 3)).toEqual([
    'none |  | I- MỘT',
    'number list | 1. | Hai',
    'number list | 3. | Ba￼ dài.',
  ])
})

test('ids stay, other blocks and unknown ids are left alone', () => {
  const { text } = applyCorrections(imported.report, [
    { id: ids[3] ?? '', level: 'number' },
    { id: ids[4] ?? '', level: 'part' },
    { id: ids[5] ?? '', level: null },
    { id: 'nowhere', level: 'part' },
  ])
  expect(blocksOf(text).map(blockIdOf)).toEqual(ids)
  expect(applyCorrections(imported.report, [])).toBe(imported.report)
})

test('the preview lists every block with kind, level, number and the start of its text', () => {
  const preview = previewOf(imported, { token: 't', sourceName: 'a.docx' })
  expect(preview.blocks.map(({ kind, level, number, text }) => [kind, level, number, text])).toEqual([
    ['heading', 'roman', 'I-', 'MỘT'],
    ['heading', 'number', '1.', 'Hai'],
    ['paragraph', null, '3.', 'Ba dài.'],
    ['paragraph', null, '', '1.1.1. Bốn'],
    ['options', null, '', 'a / b'],
    ['table', null, '', 'ô'],
  ])
  const long = recognise(source([para('x'.repeat(500))]))
  expect(previewOf(long, { token: 't', sourceName: 'a' }).blocks[0]?.text).toHaveLength(200)
})
