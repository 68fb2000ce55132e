// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DecorationSet, type Decoration } from 'prosemirror-view'
import type { AnchorSpot } from '../../../shared/review/anchor-place'
import type { BlockId, NoteId, RowId, TableId } from '../../../shared/report/ids'
import { annotatedReport, placeOf, quotes } from '../../support/anchored-report'
import { atEnd, caretAt, press, select, type, writer, type Writer } from '../../support/writers'

let who: Writer
beforeEach(() => {
  vi.useFakeTimers()
  who = writer(1, annotatedReport())
})
afterEach(() => {
  who.session.close()
  vi.useRealTimers()
})

/** The words that are drawn as annotated, each with its class. */
function drawn({ view } = who): string[] {
  const found: string[] = []
  view.someProp('decorations', decorations => {
    const set = decorations.call(undefined, view.state)
    if (set instanceof DecorationSet)
      for (const each of set.find() as (Decoration & { type: { attrs?: { class?: string } } })[])
        if (each.type.attrs?.class?.startsWith('annotated'))
          found.push(`${view.state.doc.textBetween(each.from, each.to)} (${each.type.attrs.class})`)
    return false
  })
  return found
}

const annotate = (...spots: AnchorSpot[]) => {
  who.session.review.show(
    spots.map((spot, at) => ({ id: `a${at}`, colour: at + 1, anchor: who.session.review.anchorAt(spot) })),
  )
  vi.runAllTimers()
}
const words = (): AnchorSpot => ({ kind: 'text', ...placeOf(who, 'Năm qua', quotes.words) })

test('annotated words are drawn in their author’s colour, and the chosen ones stronger', () => {
  annotate(words(), { kind: 'section', section: 'B' as BlockId })
  expect(drawn()).toEqual([
    `${quotes.words} (annotated annotated-words person-1)`,
    'Công nghiệp (annotated annotated-section person-2)',
  ])
  who.session.review.choose('a0')
  vi.runAllTimers()
  expect(drawn()[0]).toBe(`${quotes.words} (annotated annotated-words person-1 chosen)`)
})

test('a key shifts what is drawn at once, and changed words are found when the person pauses', () => {
  annotate(words())
  caretAt(who, 'Năm qua')
  type(who, 'Vui: ')
  expect(drawn()).toEqual([`${quotes.words} (annotated annotated-words person-1)`])
  caretAt(who, 'Vui: Năm qua', 'Vui: Năm qua tổng thu ngân sách'.length)
  type(who, ' lại')
  vi.runAllTimers()
  const now = 'thu ngân sách lại đạt 4.200 tỷ đồng'
  expect(who.session.review.placeOf('a0')).toEqual({
    ...{ kind: 'changed', now },
    at: { kind: 'text', ...placeOf(who, 'Vui: Năm qua', now) },
  })
})

test('what is deleted is drawn no more, and is drawn again after undo', () => {
  annotate(words())
  select(who, ['Kinh tế', atEnd], ['Năm qua', atEnd])
  press(who, 'Backspace')
  vi.runAllTimers()
  expect(drawn()).toEqual([])
  expect(who.session.review.placeOf('a0')?.kind).toBe('detached')
  who.session.undo()
  vi.runAllTimers()
  expect(drawn()).toEqual([`${quotes.words} (annotated annotated-words person-1)`])
})

test('the caret tells which annotations stand there, the narrowest first', () => {
  const { from, to } = placeOf(who, 'Năm qua', 'tổng thu ngân sách đạt')
  annotate({ kind: 'text', from, to }, { kind: 'text', from: from + 5, to: from + 8 })
  caretAt(who, 'Năm qua', 'Năm qua tổng t'.length)
  expect(who.session.review.atCaret()).toEqual(['a1', 'a0'])
  expect(who.session.review.atCaret()).toBe(who.session.review.atCaret())
  caretAt(who, 'Vốn vay')
  expect(who.session.review.atCaret()).toEqual([])
})

test('going to an annotation selects its words; a detached one leads to where they stood', () => {
  annotate(words())
  const { review } = who.session
  expect(review.goTo('a0')).toBe(true)
  const { from, to } = who.view.state.selection
  expect(who.view.state.doc.textBetween(from, to)).toBe(quotes.words)
  press(who, 'Backspace')
  caretAt(who, 'Vốn vay')
  expect(review.goTo('a0')).toBe(true)
  expect(who.view.state.selection.$from.parent.textContent).toMatch(/^Năm qua/)
  expect(review.goTo('nobody')).toBe(false)
})

test('an annotation begins at the selected words, without the spaces around them', () => {
  select(who, ['Vốn vay', 3], ['Vốn vay', 'Vốn vay được '.length])
  expect(who.session.review.anchorHere()).toMatchObject({ target: { kind: 'words' }, quote: 'vay được' })
})

test('without a selection an annotation begins at the word, in a heading at its section', () => {
  caretAt(who, 'Vốn vay', 5)
  expect(who.session.review.anchorHere()).toMatchObject({ target: { kind: 'words' }, quote: 'vay' })
  caretAt(who, 'Công nghiệp', 2)
  expect(who.session.review.anchorHere()).toMatchObject({
    ...{ target: { kind: 'section' }, section: 'B', quote: '' },
    sectionTitle: expect.stringContaining('Công nghiệp') as string,
  })
})

test('in a table of indicators an annotation begins at the cell, and the cell tells of it', () => {
  const place = { kind: 'cell', tableId: 't' as TableId, rowId: 'r' as RowId, cell: 'result' } as const
  who.session.enter(place)
  const anchor = who.session.review.anchorHere()
  expect(anchor).toMatchObject({
    target: { kind: 'cell', row: 'r', column: 'result' },
    quote: '4.200 tỷ đồng',
  })
  who.session.review.show([{ id: 'c', colour: 3, anchor }])
  vi.runAllTimers()
  expect(who.session.review.cellsOf('t' as TableId)).toEqual([
    { row: 'r', column: 'result', colour: 3, isChosen: false },
  ])
  expect(who.session.review.atCaret()).toEqual(['c'])
})

test('words of a note are drawn in its editor, also when it comes later', () => {
  annotate({ kind: 'note', note: 'n' as NoteId, from: 1, to: 5 })
  const mount = document.body.appendChild(document.createElement('div'))
  who.session.mountNote({ kind: 'note', id: 'n' as NoteId }, mount, 'Chú thích')
  vi.runAllTimers()
  expect(mount.querySelector('.annotated')?.textContent).toBe('Theo')
})
