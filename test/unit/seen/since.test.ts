import { describe, expect, test } from 'vitest'
import { compareReports } from '../../../shared/compare/compare-contents'
import { contentOf } from '../../../shared/compare/content'
import { afterLooking } from '../../../shared/seen/looks'
import { headOfReport, piecesOf, readPiece } from '../../../shared/seen/piece'
import { changesSince, type SeenSection } from '../../../shared/seen/since'
import { emptyFields } from '../../../shared/report/fields'
import type { Report } from '../../../shared/report/report'
import { schema } from '../../../shared/report/schema'
import { editAtRandom } from '../../support/edit-script'
import { randomReport } from '../../support/random-report'
import { heading, note, noteRef, report, sheet, text } from '../../support/build-report'

const p = (id: string, words: string, ...after: ReturnType<typeof noteRef>[]) =>
  schema.node('paragraph', { id }, [schema.text(words), ...after])
const long = (topic: string): string =>
  Array.from({ length: 12 }, (_, index) => `${topic}${String.fromCharCode(97 + index)}`).join(' ')

const first = [heading('roman', 'Kinh tế', 'A'), p('a1', long('x')), p('a2', long('y'))]
const second = [heading('number', 'Nông nghiệp', 'B'), p('b1', long('u'), noteRef('n')), p('b2', long('v'))]
const notes = { n: note('Theo báo cáo') }
const blocks = (...of: Parameters<typeof sheet>): Report => report({ text: text(sheet(...of)), notes })
const whole = blocks(...first, ...second)

const seenAt = (at: string, of: Report, sections?: readonly string[]): SeenSection[] =>
  piecesOf(of)
    .filter(({ section }) => !sections || sections.includes(section))
    .map(piece => ({ section: piece.section, at, content: readPiece(piece) }))
const told = (seen: readonly SeenSection[], now: Report): unknown[] =>
  changesSince(seen, now).map(({ section, kind, differences }) => [
    section,
    kind,
    differences.map(each => each.kind),
  ])

describe('a report in pieces', () => {
  test('is cut at every heading; the fields go with what stands above the first', () => {
    expect(piecesOf(whole).map(({ section }) => section)).toEqual([headOfReport, 'A', 'B'])
  })

  test('gives a section the same piece while nothing in it changes, whatever happens elsewhere', () => {
    const now = { ...blocks(p('new', 'Mở đầu'), ...second), fields: { ...emptyFields, title: 'Mới' } }
    const [was, is] = [whole, now].map(each => piecesOf(each).find(({ section }) => section === 'B')?.json)
    expect(is).toBe(was)
  })

  test('holds the notes that its section shows, and no others', () => {
    const [a, b] = ['A', 'B'].map(section => piecesOf(whole).find(piece => piece.section === section))
    expect([a && readPiece(a).notes.size, b && readPiece(b).notes.size]).toEqual([0, 1])
  })
})

describe('what changed since a person looked', () => {
  test('is nothing where they never looked, and nothing right after', () => {
    expect(told([], whole)).toEqual([])
    expect(told(seenAt('2026-01-01', whole), whole)).toEqual([])
  })

  test('is told by section, each since its own last look', () => {
    const edited = blocks(first[0]!, p('a1', `${long('x')} 5%`), first[2]!, ...second)
    const later = blocks(
      first[0]!,
      p('a1', `${long('x')} 5%`),
      first[2]!,
      second[0]!,
      p('b1', long('u')),
      second[2]!,
    )
    const [head, , b] = seenAt('2026-01-01', whole)
    const seen = [head!, ...seenAt('2026-01-02', edited, ['A']), b!]
    expect(told(seen, later)).toEqual([['B', 'changed', ['removed']]])
  })

  test('names sections that are new and that are gone', () => {
    const now = blocks(...first, heading('number', 'Công nghiệp', 'C'), p('c1', long('w')))
    expect(told(seenAt('2026-01-01', whole), now)).toEqual([
      ['B', 'gone', ['removed', 'removed', 'removed', 'removed']],
      ['C', 'new', ['added', 'added']],
    ])
  })

  test('is a move where a paragraph went to another section', () => {
    const now = blocks(first[0]!, first[2]!, ...second, first[1]!)
    expect(told(seenAt('2026-01-01', whole), now)).toEqual([['B', 'changed', ['moved']]])
  })

  test('is nothing more once the section to which it went was looked at', () => {
    const now = blocks(first[0]!, first[2]!, ...second, first[1]!)
    const seen = [...seenAt('2026-01-01', whole, [headOfReport, 'A']), ...seenAt('2026-01-02', now, ['B'])]
    expect(told(seen, now)).toEqual([])
    const later = blocks(first[0]!, first[2]!, second[0]!, second[1]!, p('b2', `${long('v')} nữa`), first[1]!)
    expect(told(seen, later)).toEqual([['B', 'changed', ['words']]])
  })

  test('counts the fields above the text to the head', () => {
    const now = { ...whole, fields: { ...emptyFields, draftNumber: '2' } }
    expect(told(seenAt('2026-01-01', whole), now)).toEqual([[headOfReport, 'changed', ['words']]])
  })
})

describe('looks', () => {
  const at = '2026-01-02'
  const look = (section: string, piece: string) => ({ section, piece, at: '2026-01-01' })

  test('stand in the order of the report when they were taken', () => {
    const order = ['head', 'A', 'B', 'C']
    const looks = afterLooking([look('A', '1'), look('C', '2')], [{ section: 'B', piece: '3' }], {
      at,
      order,
    })
    expect(looks.map(({ section }) => section)).toEqual(['A', 'B', 'C'])
  })

  test('follow a section that moved, and forget one that is gone', () => {
    const before = [look('A', '1'), look('B', '2'), look('C', '3')]
    const fresh = [
      { section: 'A', piece: '1' },
      { section: 'B', piece: null },
    ]
    expect(afterLooking(before, fresh, { at, order: ['C', 'A'] })).toEqual([
      look('C', '3'),
      { section: 'A', piece: '1', at },
    ])
  })
})

describe('comparing only sections that somebody touched', () => {
  test.each([1, 2, 3, 4, 5])('finds what comparing all finds (seed %i)', seed => {
    const was = randomReport(seed)
    const { content } = editAtRandom(contentOf(was), seed, 3)
    const now: Report = {
      ...was,
      ...content,
      text: text(sheet(...content.blocks)),
    }
    const found = changesSince(seenAt('2026-01-01', was), now).flatMap(({ differences }) => differences)
    const all = compareReports(was, now).differences
    expect(all.length).toBeGreaterThan(0)
    expect(found.map(({ key }) => key).sort()).toEqual(all.map(({ key }) => key).sort())
  })
})
