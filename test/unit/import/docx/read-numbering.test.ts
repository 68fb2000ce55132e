import { expect, test } from 'vitest'
import { inList, numbering, paragraph, paragraphStyle } from '../../../support/make-docx'
import { numbersOf, readParts } from '../../../support/source-text'

const items = (...levels: number[]) => levels.map(level => paragraph('x', inList(level))).join('')
const numbersFor = async (list: string, body: string, styles = '') =>
  numbersOf(await readParts({ numbering: list, body, styles }))
const level = (depth: number, inside: string, format = 'decimal', text = `%${depth + 1}.`) =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${inside}<w:lvlText w:val="${text}"/></w:lvl>`
const abstract = (id: number, inside: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${inside}</w:abstractNum>`
const list = (id: number, of: number, inside = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${inside}</w:num>`

test('counts levels within each other and begins deeper ones anew', async () => {
  const levels = numbering(
    ['upperRoman', '%1.'],
    ['decimal', '%2.'],
    ['decimal', '%2.%3.'],
    ['lowerLetter', '%4)'],
  )
  expect(await numbersFor(levels, items(0, 1, 2, 2, 3, 1, 2, 0, 1))).toEqual([
    'I.',
    '1.',
    '1.1.',
    '1.2.',
    'a)',
    '2.',
    '2.1.',
    'II.',
    '1.',
  ])
})

test('shows the start of a level above that has not been used', async () => {
  expect(await numbersFor(numbering(['decimal', '%1.'], ['decimal', '%1.%2.']), items(1, 1))).toEqual([
    '1.1.',
    '1.2.',
  ])
})

test('counts on after ordinary paragraphs between', async () => {
  expect(await numbersFor(numbering(['decimal', '%1.']), items(0) + paragraph('giữa') + items(0))).toEqual([
    '1.',
    undefined,
    '2.',
  ])
})

test('doubles letters after z as Word does', async () => {
  const numbers = await numbersFor(numbering(['lowerLetter', '%1)']), items(...new Array<number>(28).fill(0)))
  expect(numbers.slice(-3)).toEqual(['z)', 'aa)', 'bb)'])
})

test('shows every bullet as a dash', async () => {
  expect(await numbersFor(numbering(['bullet', '']), items(0))).toEqual(['-'])
})

test('lists of one abstract list count on together, unless one says where to start', async () => {
  const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
  const lists = abstract(1, level(0, '')) + list(1, 1) + list(2, 1) + list(3, 1, restart)
  const body = [1, 2, 3, 3].map(id => paragraph('x', inList(0, id))).join('')
  expect(await numbersFor(lists, body)).toEqual(['1.', '2.', '5.', '6.'])
})

test('a level of the list may be redefined for one list', async () => {
  const override = `<w:lvlOverride w:ilvl="0">${level(0, '', 'upperLetter', '%1-')}</w:lvlOverride>`
  const lists = abstract(1, level(0, '')) + list(1, 1, override)
  expect(await numbersFor(lists, items(0, 0))).toEqual(['A-', 'B-'])
})

test('a level that never restarts counts through', async () => {
  const lists = abstract(1, level(0, '') + level(1, '<w:lvlRestart w:val="0"/>')) + list(1, 1)
  expect(await numbersFor(lists, items(0, 1, 0, 1))).toEqual(['1.', '1.', '2.', '2.'])
})

test('a level restarts only after the level it names', async () => {
  const deepest = level(2, '<w:lvlRestart w:val="1"/>')
  const lists = abstract(1, level(0, '') + level(1, '') + deepest) + list(1, 1)
  expect(await numbersFor(lists, items(0, 1, 2, 1, 2, 0, 1, 2))).toEqual([
    '1.',
    '1.',
    '1.',
    '2.',
    '2.',
    '2.',
    '1.',
    '1.',
  ])
})

test('legal numbering shows figures for the levels above', async () => {
  const lists =
    abstract(1, level(0, '', 'upperRoman') + level(1, '<w:isLgl/>', 'decimal', '%1.%2')) + list(1, 1)
  expect(await numbersFor(lists, items(0, 0, 1))).toEqual(['I.', 'II.', '2.1'])
})

test('a style brings its list, and its level by the level tied to it', async () => {
  const lists =
    abstract(1, level(0, '<w:pStyle w:val="H1"/>', 'upperRoman') + level(1, '<w:pStyle w:val="H2"/>')) +
    list(7, 1)
  const styles =
    paragraphStyle('H1', '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>') +
    paragraphStyle('H2', '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>')
  const inStyle = (id: string, more = '') => paragraph('x', `<w:pStyle w:val="${id}"/>${more}`)
  const none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
  const body = inStyle('H1') + inStyle('H2') + inStyle('H2') + inStyle('H1', none) + inStyle('H1')
  expect(await numbersFor(lists, body, styles)).toEqual(['I.', '1.', '2.', undefined, 'II.'])
})

test('a list may take its levels from a list style', async () => {
  const lists =
    abstract(1, '<w:numStyleLink w:val="L"/>') +
    abstract(2, level(0, '', 'lowerRoman')) +
    list(1, 1) +
    list(2, 2)
  const styles =
    '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
  expect(await numbersFor(lists, items(0, 0), styles)).toEqual(['i.', 'ii.'])
})
