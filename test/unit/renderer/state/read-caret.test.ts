// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'
import { useAskedSection } from '../../../../renderer/state/asked-section'
import { newAnnotation } from '../../../../renderer/state/annotations/begin'
import { useDrafts } from '../../../../renderer/state/drafts'
import { proposeHere, stopProposing, useProposing } from '../../../../renderer/state/proposing'
import { runCommand } from '../../../../renderer/state/run-command'
import { heading, paragraph, report, sheet, text } from '../../../support/build-report'
import { caretAt, positionOf, writer, type Writer } from '../../../support/writers'

vi.stubGlobal('matchMedia', () => ({ matches: false }))

let who: Writer

beforeEach(() => {
  who = writer(
    1,
    report({
      text: text(
        sheet(
          heading('roman', 'Kết quả', 'A'),
          paragraph('Thu đủ.'),
          heading('roman', 'Nhiệm vụ', 'B'),
          paragraph('Làm ba tuyến.'),
        ),
      ),
    }),
  )
  who.view.focus()
  caretAt(who, 'Thu đủ.', 2)
})

const idOf = (words: string): unknown => who.view.state.doc.nodeAt(positionOf(who, words))?.attrs['id']

/** As the browser does with a click, of which it tells the page a moment later. */
function clickBefore(words: string, offset: number): void {
  const paragraphs = [...who.view.dom.querySelectorAll('p')]
  const node = paragraphs.find(each => each.textContent === words)?.firstChild ?? null
  document.getSelection()?.collapse(node, offset)
}

test('a command is about the section that was clicked just before, of which the browser has not told yet', () => {
  clickBefore('Làm ba tuyến.', 5)
  runCommand('section-approval', who.session)
  expect(useAskedSection.getState().section).toBe('B')
})

test('a remark begun right behind a click is about the words that were clicked', () => {
  clickBefore('Làm ba tuyến.', 5)
  runCommand('annotate', who.session)
  expect(useDrafts.getState().drafts[newAnnotation]?.anchor?.quote).toBe('ba')
})

test('a proposal begun right behind a click is about the paragraph that was clicked', () => {
  clickBefore('Làm ba tuyến.', 5)
  proposeHere(who.session)
  expect(useProposing.getState().now?.target).toEqual({ kind: 'block', block: idOf('Làm ba tuyến.') })
  stopProposing()
})
