// @vitest-environment jsdom
import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { IndicatorBlock } from '../../../../renderer/panels/indicators/IndicatorBlock'
import { OptionsInText } from '../../../../renderer/panels/options/OptionsInText'
import { useProposals, type Standing } from '../../../../renderer/state/proposals'
import { useTracked } from '../../../../renderer/state/tracked'
import { SessionProvider } from '../../../../renderer/state/use-session'
import type { OptionsId, RowId, TableId, WordingId } from '../../../../shared/report/ids'
import { schema } from '../../../../shared/report/schema'
import type { Edit } from '../../../../shared/review/apply-edit'
import type { Change } from '../../../../shared/review/change'
import { annotatedReport } from '../../../support/anchored-report'
import { note, paragraph, report, sheet, text } from '../../../support/build-report'
import { writer, type Writer } from '../../../support/writers'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let who: Writer
let root: Root
let place: HTMLElement

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  act(() => root.unmount())
  useProposals.setState({ list: [], chosen: null })
  useTracked.setState({ list: [] })
  who.session.close()
  vi.useRealTimers()
})

function show(drawn: ReactNode): void {
  place = document.body.appendChild(document.createElement('div'))
  root = createRoot(place)
  act(() => root.render(<SessionProvider value={who.session}>{drawn}</SessionProvider>))
}

const proposes = (id: string, change: Change, edit: Edit): Standing =>
  ({
    proposal: { id, author: 'self', change, state: 'open' },
    applied: { kind: 'edit', edit },
    pos: 0,
  }) as never

const cellEdit = (words: string): Edit => ({
  ...{ kind: 'cell', table: 't' as TableId, row: 'r' as RowId, column: 'result', words },
})
const cellChange = (now: string): Change => ({ kind: 'cell', was: '4.200 tỷ đồng', now })

const resultCell = (): HTMLElement | null => place.querySelector('td[data-proposed]')

test('a proposal about a cell is marked at the cell, read aloud there, and a press on it leads to its card', () => {
  who = writer(1, annotatedReport())
  show(<IndicatorBlock id={'t' as TableId} />)
  expect(place.querySelector('td[data-proposal]')).toBeNull()
  act(() =>
    useProposals.setState({
      list: [
        proposes('p', cellChange('4.300 tỷ đồng'), cellEdit('4.300 tỷ đồng')),
        proposes('q', cellChange('5'), cellEdit('5')),
      ],
    }),
  )
  expect(place.querySelectorAll('td[data-proposal]')).toHaveLength(1)
  expect(resultCell()?.textContent).toContain('4.200 tỷ đồng')
  expect(resultCell()?.dataset['proposal']).toBe('p')
  expect(resultCell()?.getAttribute('aria-description')).toContain(': 4.300 tỷ đồng')
  expect(resultCell()?.getAttribute('aria-description')).toContain(': 5')
  act(() => useProposals.setState({ list: [] }))
  expect(place.querySelector('td[data-proposal], td[aria-description], td[title]')).toBeNull()
})

test('a tracked change in a cell tells at the cell what was there before', () => {
  who = writer(1, annotatedReport())
  show(<IndicatorBlock id={'t' as TableId} />)
  const standing = { was: '4.100', now: '4.200', back: [cellEdit('4.100')], place: null, spans: [] }
  act(() =>
    useTracked.setState({
      list: [{ change: { id: 'c', author: 'self' }, standing, pos: 0 } as never],
    }),
  )
  expect(resultCell()?.getAttribute('aria-description')).toBe('Sửa, có theo dõi; trước là: 4.100')
})

test('remarks and proposals about one cell are both told, and each goes without the other', () => {
  who = writer(1, annotatedReport())
  const cell = { kind: 'cell', table: 't' as TableId, row: 'r' as RowId, column: 'result' } as const
  const anchor = who.session.review.anchorAt({ ...cell, from: 0, to: 5 })
  who.session.review.show([{ id: 'a', colour: 3, anchor }])
  vi.runAllTimers()
  show(<IndicatorBlock id={'t' as TableId} />)
  act(() => useProposals.setState({ list: [proposes('p', cellChange('5'), cellEdit('5'))] }))
  expect(resultCell()?.getAttribute('aria-description')).toMatch(/^Có ý kiến\. .*: 5$/u)
  act(() => useProposals.setState({ list: [] }))
  expect(place.querySelector('td[data-annotated]')?.getAttribute('aria-description')).toBe('Có ý kiến')
})

test('who would have which wording of a choice is told at that wording', () => {
  const wording = (id: string, words: string) => ({ id: id as WordingId, body: note(words) })
  who = writer(
    1,
    report({
      text: text(sheet(paragraph('Trước.'), schema.node('options', { id: 'o' }))),
      options: new Map([
        [
          'o' as OptionsId,
          {
            ...{ id: 'o' as OptionsId, name: 'Chủ đề', chosen: '' as const },
            wordings: [wording('w1', 'Đoàn kết'), wording('w2', 'Đổi mới')],
          },
        ],
      ]),
    }),
  )
  show(<OptionsInText id={'o' as OptionsId} />)
  const change: Change = { kind: 'choice', options: 'o', was: '', now: 'w2' } as never
  act(() =>
    useProposals.setState({
      list: [proposes('p', change, { kind: 'choice', options: 'o' as OptionsId, chosen: 'w2' as WordingId })],
    }),
  )
  const [first, second] = [...place.querySelectorAll('[role=group]')]
  expect(first?.textContent).not.toContain('đề nghị chọn phương án')
  expect(second?.textContent).toContain('đề nghị chọn phương án')
})
