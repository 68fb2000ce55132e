import { describe, expect, test } from 'vitest'
import type { Node } from 'prosemirror-model'
import {
  countsOf,
  filterChanges,
  listedChanges,
  noFilter,
  nobody,
} from '../../../../renderer/state/compare-filter'
import { foldRows } from '../../../../renderer/state/compare-folds'
import { textsOf } from '../../../../renderer/state/compare-texts'
import { seenFromToday } from '../../../../renderer/state/compare-today'
import { blockIdOf } from '../../../../shared/report/nodes'
import { schema } from '../../../../shared/report/schema'
import { heading, note, noteRef, report, sheet, text } from '../../../support/build-report'

const said = (id: string, ...content: (string | Node)[]): Node =>
  schema.node(
    'paragraph',
    { id },
    content.map(each => (typeof each === 'string' ? schema.text(each) : each)),
  )
const of = (...blocks: Node[]) => report({ text: text(sheet(...blocks)) })

const economy = heading('roman', 'Kinh tế', 'A')
const culture = heading('roman', 'Văn hóa', 'B')
const income = said('a1', 'Thu ngân sách năm 2025 đạt 1.500 tỷ đồng, tăng nhanh so với đầu nhiệm kỳ.')
const farming = said('a2', 'Nông nghiệp giữ vững nhịp độ tăng trưởng của những năm trước.')
const life = said('b1', 'Đời sống văn hóa ở cơ sở tiếp tục được nâng lên, nhà văn hóa phủ khắp các thôn.')
const sport = said('b2', 'Phong trào thể thao quần chúng phát triển rộng ở các phường và các xã.')
const before = of(economy, income, farming, culture, life, sport)

const compared = (now: Parameters<typeof textsOf>[1], was = before) => textsOf(was, now)
const changesIn = (texts: ReturnType<typeof compared>, authors: readonly string[] = []) =>
  listedChanges(texts.rows, texts.comparison.differences, () => authors)
const rowsOf = (texts: ReturnType<typeof compared>) =>
  texts.rows.rows.map(({ kind, key }) => `${kind} ${key}`)

describe('the rows of a comparison', () => {
  test('hold both texts: what is new, what is gone where it stood, what stayed', () => {
    const more = said('a3', 'Công nghiệp chế biến có bước phát triển mới về chất.')
    expect(rowsOf(compared(of(economy, income, more, culture, life, sport)))).toEqual([
      'same at A',
      'same at a1',
      'removed gone a2',
      'added at a3',
      'same at B',
      'same at b1',
      'same at b2',
    ])
  })

  test('lead from where something moved to the place that it left, and back', () => {
    const texts = compared(of(economy, income, culture, life, sport, farming))
    expect(rowsOf(texts)).toEqual([
      'same at A',
      'same at a1',
      'left left at a2',
      'same at B',
      'same at b1',
      'same at b2',
      'changed at a2',
    ])
    const rows = new Map(texts.rows.rows.map(row => [row.key, row]))
    expect(rows.get('at a2')?.other).toBe('left at a2')
    expect(rows.get('left at a2')?.other).toBe('at a2')
  })

  test('keep one line for all that left a place together, and tell its changed words at the new place', () => {
    const reworded = said('a2', 'Nông nghiệp giữ vững nhịp độ phát triển của những năm trước.')
    const texts = compared(of(culture, life, sport, economy, income, reworded))
    expect(rowsOf(texts).filter(row => row.startsWith('left'))).toEqual(['left left at A'])
    const { rows, rowOf } = texts.rows
    const words = texts.comparison.differences.find(({ kind }) => kind === 'words')!
    expect(rows[rowOf.get(words.key)!]?.key).toBe('at a2')
    expect(rows.find(({ key }) => key === 'at a2')?.other).toBe('left at A')
  })

  test('tell a changed note at the paragraph that shows it', () => {
    const withNote = said('a1', 'Thu ngân sách tăng', noteRef('n'), '.')
    const was = report({ text: text(sheet(economy, withNote)), notes: { n: note('Theo ngành thuế.') } })
    const now = report({ text: text(sheet(economy, withNote)), notes: { n: note('Theo ngành tài chính.') } })
    const { rows } = compared(now, was).rows
    expect(rows.map(({ kind }) => kind)).toEqual(['same', 'changed'])
    expect(rows[1]?.differences.map(({ place }) => place.kind)).toEqual(['note'])
  })

  test('say nothing of headings that only bear another number', () => {
    const first = heading('roman', 'Mở đầu', 'O')
    const texts = compared(of(first, economy, income, farming, culture, life, sport))
    expect(texts.rows.rows.filter(({ kind }) => kind !== 'same').map(({ key }) => key)).toEqual(['at O'])
    expect([texts.was.sections.get(blockIdOf(economy)), texts.now.sections.get(blockIdOf(economy))]).toEqual([
      'I-',
      'II-',
    ])
  })
})

describe('folding', () => {
  const poorer = said('b2', 'Phong trào thể thao quần chúng chưa phát triển rộng ở các phường và các xã.')
  const { rows } = compared(of(economy, income, farming, culture, life, poorer)).rows
  const fold = (atLeast: number, opened: readonly string[] = []) =>
    foldRows(rows, { isShown: ({ kind }) => kind !== 'same', atLeast, opened: new Set(opened) }).map(item =>
      item.kind === 'row' ? item.key : `${item.count} ${item.of}`,
    )

  test('leaves what changed with the headings around it', () =>
    expect(fold(1)).toEqual(['3 same', 'at B', '1 same', 'at b2']))
  test('leaves short runs as they are', () => expect(fold(2)).toEqual(['3 same', 'at B', 'at b1', 'at b2']))
  test('shows the run that a person opened', () =>
    expect(fold(2, ['at A'])).toEqual(['3 same', 'at A', 'at a1', 'at a2', 'at B', 'at b1', 'at b2']))
  test('says of a section that moved that it did', () => {
    const moved = compared(of(culture, life, sport, economy, income, farming)).rows.rows
    const items = foldRows(moved, {
      isShown: () => false,
      atLeast: 1,
      opened: new Set(),
    })
    expect(items.map(item => item.kind === 'fold' && item.of)).toContain('moved')
  })
})

describe('filters', () => {
  const richer = said('a1', 'Thu ngân sách năm 2025 đạt 1.650 tỷ đồng, tăng nhanh so với đầu nhiệm kỳ.')
  const texts = compared(of(economy, richer, farming, culture, life))
  const changes = changesIn(texts)
  const keys = (filter: Partial<typeof noFilter>) =>
    filterChanges(changes, { ...noFilter, ...filter }).map(({ difference }) => difference.key)

  test('take changes by section, class and kind', () => {
    expect(changes.map(({ difference }) => difference.class)).toEqual(['figure', 'content'])
    expect(keys({ section: 'A' })).toEqual([changes[0]?.difference.key])
    expect(keys({ class: 'content' })).toEqual([changes[1]?.difference.key])
    expect(keys({ kind: 'removed', section: 'A' })).toEqual([])
  })

  test('count what each choice would leave, as the other choices stand', () => {
    expect(countsOf(changes, { ...noFilter, section: 'A' }, 'class')).toEqual(new Map([['figure', 1]]))
    expect(countsOf(changes, { ...noFilter, class: 'content' }, 'class').size).toBe(2)
  })

  test('know whose change it is, and where nobody is known', () => {
    const byAn = changesIn(texts, ['an'])
    expect(filterChanges(byAn, { ...noFilter, author: 'an' })).toHaveLength(2)
    expect(filterChanges(byAn, { ...noFilter, author: nobody })).toHaveLength(0)
    expect(filterChanges(changes, { ...noFilter, author: nobody })).toHaveLength(2)
  })
})

test('where today is the older side, what came is not there and what went is', () => {
  const [gone] = compared(of(economy, income, culture, life, sport)).comparison.differences
  expect(gone?.kind).toBe('removed')
  expect(seenFromToday(gone!, 'was')).toMatchObject({ kind: 'added', place: { id: 'a2' } })
  expect(seenFromToday(gone!, 'now')).toBe(gone)
})
