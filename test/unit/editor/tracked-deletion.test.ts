// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import { drawTracked } from '../../../renderer/editor/review/proposal-marks'
import { trackedStanding } from '../../../renderer/editor/review/tracked-places'
import { blockIdOf } from '../../../shared/report/nodes'
import type { TrackedChange } from '../../../shared/review/review'
import { paragraph, report, sheet, text } from '../../support/build-report'
import { positionOf, press, select, writer, type Writer } from '../../support/writers'

let who: Writer
afterEach(() => who.session.close())

/** Takes a paragraph out of the text, and tells what tracking keeps of it. */
function withoutBlock(words: string, before: string | null): TrackedChange {
  who = writer(1, report({ text: text(sheet(paragraph('Một.'), paragraph('Hai.'), paragraph('Ba.'))) }))
  const pos = positionOf(who, words)
  const block = who.view.state.doc.nodeAt(pos)
  if (!block) throw new Error('No such block')
  const anchor = who.session.review.anchorAt({ kind: 'block', block: blockIdOf(block) })
  const behind = before === null ? null : who.view.state.doc.nodeAt(positionOf(who, before))
  const change = { id: 'c', anchor, was: block.toJSON() as unknown, after: behind && blockIdOf(behind) }
  who.view.dispatch(who.view.state.tr.delete(pos, pos + block.nodeSize))
  who.session.settle()
  return change as never
}

function drawn(change: TrackedChange): string[] {
  const standing = trackedStanding(change, who.session.review.index())
  const marks = (standing?.spans ?? []).map(span => ({
    ...({ ...span, id: 'c', kind: 'tracked', label: '', colour: 1, isChosen: false } as const),
  }))
  drawTracked(who.view, marks)
  return [...(who.view.dom.querySelector('.sheet')?.children ?? [])].map(
    each => `${each.tagName} ${each.textContent}`,
  )
}

test('a paragraph that is gone is drawn struck where it stood', () => {
  expect(drawn(withoutBlock('Hai.', 'Một.'))).toEqual(['P Một.', 'DEL Hai.', 'P Ba.'])
})

test('the first paragraph, once it is gone, is drawn at the start', () => {
  expect(drawn(withoutBlock('Một.', null))).toEqual(['DEL Một.', 'P Hai.', 'P Ba.'])
})

test('where what stood before it is gone as well, a deleted paragraph is in the panel only', () => {
  const change = withoutBlock('Hai.', 'Một.')
  select(who, ['Một.', 0], ['Ba.', 0])
  press(who, 'Backspace')
  who.session.settle()
  expect(trackedStanding(change, who.session.review.index())?.was).toBe('Hai.')
  expect(drawn(change)).toEqual(['P Ba.'])
})
