// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SectionBar } from '../../../../renderer/panels/paper/SectionBar'
import { useApprovals } from '../../../../renderer/state/approvals'
import { useAskedSection } from '../../../../renderer/state/asked-section'
import { SessionProvider } from '../../../../renderer/state/use-session'
import type { SectionState, SectionStatus } from '../../../../shared/approvals/section-states'
import type { BlockId } from '../../../../shared/report/ids'
import { heading, paragraph, report, sheet, text } from '../../../support/build-report'
import { caretAt, type, writer, type Writer } from '../../../support/writers'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let who: Writer
let root: Root

beforeEach(() => {
  vi.useFakeTimers()
  who = writer(
    1,
    report({
      text: text(
        sheet(
          heading('letter', 'Kinh tế', 'A'),
          paragraph('Thu đủ.'),
          heading('roman', 'Thu', 'A1'),
          paragraph('Thu thêm.'),
          heading('letter', 'Xã hội', 'B'),
          paragraph('Ba trường.'),
        ),
      ),
    }),
  )
  root = createRoot(document.createElement('div'))
  act(() =>
    root.render(
      <SessionProvider value={who.session}>
        <SectionBar />
      </SessionProvider>,
    ),
  )
})
afterEach(() => {
  act(() => root.unmount())
  useApprovals.setState({ states: new Map(), isKnown: false })
  who.session.close()
  vi.useRealTimers()
})

const states = (all: Record<string, SectionState>): void =>
  act(() =>
    useApprovals.setState({
      states: new Map(
        Object.entries(all).map(([id, state]) => [id as BlockId, statusOf(id as BlockId, state)]),
      ),
      isKnown: true,
    }),
  )

const statusOf = (section: BlockId, state: SectionState): SectionStatus =>
  ({
    ...{ section, state, headings: section === 'A1' ? ['A', 'A1'] : [section] },
    ...{ fingerprint: '', required: [], next: null, approvals: [], standing: [], lapsed: [], editorial: [] },
    ...{ work: { phase: null, returned: null, approvals: [], editorial: [], unlocked: null, due: null } },
    ...{ open: { threads: 2, proposals: 1 }, isBlocked: false, isLocked: false },
  }) as unknown as SectionStatus

function goTo(words: string): void {
  act(() => {
    caretAt(who, words)
    vi.runAllTimers()
  })
}
const bar = () => who.view.dom.querySelector('[role=group]')
const button = (name: string) =>
  [...(bar()?.querySelectorAll('button') ?? [])].find(each => each.textContent === name)

test('at the heading of the section with the caret the bar tells its state and what is open', () => {
  states({ A: 'for-approval', A1: 'writing', B: 'returned' })
  goTo('Thu đủ.')
  expect(bar()?.textContent).toContain('Chờ duyệt2 ý kiến, 1 đề xuất')
  expect(bar()?.parentElement?.nextElementSibling?.textContent).toBe('Kinh tế')
  goTo('Ba trường.')
  expect(bar()?.textContent).toContain('Trả lại')
  expect(bar()?.parentElement?.nextElementSibling?.textContent).toBe('Xã hội')
  expect(who.view.dom.querySelectorAll('[role=group]')).toHaveLength(1)
})

test('within a section that is handed in as a whole, the bar stands at its heading', () => {
  states({ A: 'for-approval', A1: 'writing', B: 'writing' })
  goTo('Thu thêm.')
  expect(bar()?.parentElement?.nextElementSibling?.textContent).toBe('Kinh tế')
})

test('a section that is simply being written has no bar', () => {
  states({ A: 'writing', A1: 'writing', B: 'for-approval' })
  goTo('Thu đủ.')
  expect(bar()).toBeNull()
  goTo('Ba trường.')
  goTo('Thu đủ.')
  expect(bar()).toBeNull()
})

test('who may decide is offered to, in the section’s dialog', () => {
  states({ A: 'for-approval', A1: 'writing', B: 'approved' })
  goTo('Thu đủ.')
  act(() => button('Trả lại…')?.click())
  expect(useAskedSection.getState()).toEqual({ section: 'A', form: 'return' })
  act(() => button('Duyệt…')?.click())
  expect(useAskedSection.getState()).toEqual({ section: 'A', form: null })
  goTo('Ba trường.')
  expect(button('Duyệt…')).toBeUndefined()
})

test('letters typed in a section neither draw its bar again nor write it into the text', () => {
  states({ A: 'for-approval', A1: 'writing', B: 'writing' })
  goTo('Thu đủ.')
  const before = bar()
  const seen = new MutationObserver(() => undefined)
  seen.observe(before as Element, { subtree: true, childList: true, attributes: true, characterData: true })
  type(who, 'Đã ')
  act(() => void vi.runAllTimers())
  expect(seen.takeRecords()).toEqual([])
  expect(bar()).toBe(before)
  expect(who.session.text().textContent).toBe('Kinh tếĐã Thu đủ.ThuThu thêm.Xã hộiBa trường.')
})
