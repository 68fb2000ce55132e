// @vitest-environment jsdom
import type { Node } from 'prosemirror-model'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ComparedProvider, type Layout } from '../../../../../renderer/panels/compare/compared'
import { Row } from '../../../../../renderer/panels/compare/Row'
import { textsOf } from '../../../../../renderer/state/compare-texts'
import type { Report } from '../../../../../shared/report/report'
import { schema } from '../../../../../shared/report/schema'
import { row, table, tableBlock } from '../../../../support/build-indicators'
import { heading, note, noteRef, report, sheet, strong, text } from '../../../../support/build-report'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let place: HTMLElement
let root: Root
const onGo = vi.fn<(row: string) => void>()
beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'))
  root = createRoot(place)
})
afterEach(() => {
  act(() => root.unmount())
  place.remove()
})

/** All rows of a comparison, as far as a reader sees them: struck words in [-], added in [+]. */
function draw(was: Report, now: Report, options: { layout?: Layout; isShort?: boolean } = {}): string[] {
  const texts = textsOf(was, now)
  const byKey = new Map(texts.rows.rows.map(each => [each.key, each]))
  const compared = {
    ...{ was: texts.was, now: texts.now, layout: 'one' as const, isShort: false, current: null, onGo },
    ...options,
    rowAt: (key: string) => byKey.get(key),
  }
  act(() =>
    root.render(
      <ComparedProvider value={compared}>
        {texts.rows.rows.map(each => (
          <Row key={each.key} row={each} />
        ))}
      </ComparedProvider>,
    ),
  )
  return [...place.querySelectorAll('.compared-row')].map(readAloud)
}

function readAloud(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const hidden of copy.querySelectorAll('.visually-hidden')) hidden.remove()
  for (const gone of copy.querySelectorAll('del')) gone.textContent = `[-${gone.textContent}]`
  for (const fresh of copy.querySelectorAll('ins')) fresh.textContent = `[+${fresh.textContent}]`
  for (const column of copy.querySelectorAll('.compared-in')) column.append('|')
  return copy.textContent.replace(/\s+/gu, ' ').trim()
}

const said = (id: string, ...content: (string | Node)[]): Node =>
  schema.node(
    'paragraph',
    { id },
    content.map(each => (typeof each === 'string' ? schema.text(each) : each)),
  )
const of = (...blocks: Node[]): Report => report({ text: text(sheet(...blocks)) })
const economy = heading('roman', 'Kinh tế', 'A')

test('in place, words that went are struck where those stand that came', () => {
  const [, line] = draw(
    of(economy, said('p', 'Thu đạt 1.500 tỷ đồng.')),
    of(economy, said('p', 'Thu đạt 1.650 tỷ đồng.')),
  )
  expect(line).toBe('Số liệuThu đạt [-1.500][+1.650] tỷ đồng.|')
})

test('in two columns each side has its own words', () => {
  const [, line] = draw(
    of(economy, said('p', 'Thu đạt 1.500 tỷ đồng.')),
    of(economy, said('p', 'Thu đạt 1.650 tỷ đồng.')),
    { layout: 'two' },
  )
  expect(line).toBe('Số liệuThu đạt [-1.500] tỷ đồng.|Thu đạt [+1.650] tỷ đồng.|')
})

test('a heading bears the number of its side, and in place also the one that it bore', () => {
  const [was, now] = [of(economy), of(heading('roman', 'Mở đầu', 'O'), economy)]
  expect(draw(was, now)[1]).toBe('II- (trước: I-) Kinh tế|')
  expect(draw(was, now, { layout: 'two' })[1]).toBe('I- Kinh tế|II- Kinh tế|')
})

test('what carries words is drawn: bold, and the number of a note on its side', () => {
  const notes = { n: note('Theo ngành thuế.'), m: note('Theo ngành thống kê.') }
  const was = report({ text: text(sheet(said('p', 'Thu tăng', noteRef('n'), ' nhanh.'))), notes })
  const now = report({
    text: text(sheet(said('p', 'Thu ', strong('tăng'), noteRef('m'), noteRef('n'), ' nhanh.'))),
    notes,
  })
  draw(was, now)
  expect(place.querySelector('.marked strong')?.textContent).toBe('tăng')
  expect([...place.querySelectorAll('.note-number')].map(each => each.textContent)).toEqual(['1', '2'])
  expect(place.querySelector('.compared-note')?.textContent).toContain(
    'Chú thích 1: thêm: Theo ngành thống kê.',
  )
})

test('a paragraph that was split shows where; the white space that went is no stroke', () => {
  const long = 'Thu ngân sách năm nay tăng nhanh. Chi ngân sách năm nay bám sát dự toán.'
  const [one, other] = ['Thu ngân sách năm nay tăng nhanh.', 'Chi ngân sách năm nay bám sát dự toán.']
  const [line] = draw(of(said('p', long)), of(said('p', one), said('q', other)))
  expect(line).toContain('Tách đoạn')
  expect(line).toContain('¶')
  expect(line).not.toContain('[-')
})

test('what moved leads to the place that it left, and back', () => {
  const lines = [
    'Nông nghiệp giữ vững nhịp độ tăng trưởng.',
    'Công nghiệp phát triển ổn định, bền vững.',
    'Dịch vụ mở rộng.',
  ]
  const [a, b, c] = lines.map((words, index) => said(`p${index}`, words))
  draw(of(economy, a!, b!, c!), of(economy, b!, c!, a!))
  const links = [...place.querySelectorAll<HTMLElement>('button')]
  expect(links.map(each => each.textContent)).toEqual(['Đã chuyển đến mục I', 'Chuyển từ mục I'])
  for (const link of links) act(() => link.click())
  expect(onGo.mock.calls).toEqual([['at p0'], ['left at p0']])
})

const records = (result: string) => [
  row({ id: 'r1', name: 'Thu nhập bình quân', unit: 'triệu đồng', target: '75', result }),
  row({ id: 'r2', name: 'Tỷ lệ hộ nghèo', unit: '%', target: '<1', result: '0,8' }),
  row({ id: 'r3', name: 'Trường đạt chuẩn', unit: '%', target: '95', result: '97' }),
]
const withTable = (result: string): Report =>
  report({ text: text(sheet(economy, tableBlock('t'))), indicators: table('t', records(result)) })

test('a figure of a table is told as old and new in its cell; rows without a change can be left out', () => {
  const cells = () => [...place.querySelectorAll('tbody tr')].map(readAloud)
  draw(withTable('78,4'), withTable('79,1'))
  expect(cells()[0]).toContain('[-78,4] thành [+79,1]'.replace(' thành ', ''))
  expect(cells()).toHaveLength(3)
  draw(withTable('78,4'), withTable('79,1'), { isShort: true })
  expect(cells()[1]).toBe('2 dòng không thay đổi')
})
