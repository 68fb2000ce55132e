// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { drawAnnotations } from '../../../renderer/editor/review/annotation-marks'
import { paragraph, report, sheet, text } from '../../support/build-report'
import { caretAt, writer } from '../../support/writers'

test('an arrow key that the browser has not told of yet outlives a drawing', () => {
  const { view, ...who } = writer(1, report({ text: text(sheet(paragraph('Đến ba xã'))) }))
  view.focus()
  caretAt({ view, ...who }, 'Đến ba xã', 9)
  const words = view.dom.querySelector('p')?.firstChild
  document.getSelection()?.collapse(words ?? null, 8)
  const mark = { id: 'a', from: 2, to: 5, kind: 'words', colour: 1, isChosen: false } as const
  expect(drawAnnotations(view, [mark])).toBe(true)
  expect(view.state.selection.$head.parentOffset).toBe(8)
})
