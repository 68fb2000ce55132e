// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { TextSelection } from 'prosemirror-state'
import { writeFragment } from '../../../renderer/editor/sync/binding'
import { changeRows, removeRows } from '../../../renderer/state/indicator-edits'
import type { RowId, TableId } from '../../../shared/report/ids'
import { readReport } from '../../../shared/sync/read-report'
import { textOf } from '../../../shared/sync/report-doc'
import {
  ahead,
  annotateAll,
  annotatedReport,
  expectSamePlaces,
  indexOf,
  placeOf,
  quotes,
  targetNames,
  told,
  type TargetName,
} from '../../support/anchored-report'
import { copied, paste } from '../../support/clipboard'
import {
  atEnd,
  bothOrders,
  caretAt,
  meet,
  press,
  select,
  twoWriters,
  type,
  type Writer,
} from '../../support/writers'

beforeEach(() => void vi.useFakeTimers())
let writers: readonly Writer[] = []
afterEach(() => {
  writers.forEach(({ session }) => session.close())
  vi.useRealTimers()
})

const later = (seconds: number): unknown => vi.advanceTimersByTime(seconds * 1_000)

function selectWords(who: Writer, block: string, words: string): void {
  const { from, to } = placeOf(who, block, words)
  who.view.dispatch(who.view.state.tr.setSelection(TextSelection.create(who.view.state.doc, from, to)))
}

/** Ctrl+X: what was cut. */
function cut(who: Writer): string {
  const html = copied(who)
  press(who, 'Backspace')
  return html
}

function selectSection(who: Writer): void {
  select(who, ['Công nghiệp', 0], ['Một trăm', atEnd])
}

/** Takes the block that begins so out and puts it in at the end of the last sheet. */
function drag({ view }: Writer, words: string): void {
  let from = -1
  view.state.doc.descendants((node, pos) => {
    if (from < 0 && node.isTextblock && node.textContent.startsWith(words)) from = pos
    return from < 0
  })
  const node = view.state.doc.nodeAt(from)
  if (!node) throw new Error(`No block begins with “${words}”`)
  const tr = view.state.tr.delete(from, from + node.nodeSize)
  view.dispatch(tr.insert(tr.doc.content.size - 1, node))
}

function restore({ body, session }: Writer, saved: ReturnType<typeof readReport>): void {
  session.settle()
  writeFragment(textOf(body), saved.text)
}

/** What each annotation is to say after the edit; what is not named stands where it stood. */
type Expected = Partial<Record<TargetName, string>>
type Case = readonly [name: string, edit: (who: Writer) => unknown, expected?: Expected]

const before: Record<TargetName, string> = {
  words: `found: ${quotes.words}`,
  paragraphs: `found: ${quotes.paragraphs}`,
  insertion: 'found: |vượt xa',
  note: 'found: note n: kho bạc',
  cell: 'found: cell r.result: 4.200',
  section: 'found: section B',
  block: 'found: block T',
}
const gone = 'detached'
const firstGone: Expected = { words: gone, paragraphs: gone, insertion: gone, note: gone }

const cases: readonly Case[] = [
  ['nothing', () => undefined],
  [
    'splitting before the words',
    who => {
      caretAt(who, 'Năm qua', 'Năm qua '.length)
      press(who, 'Enter')
    },
  ],
  [
    'splitting within the words',
    who => {
      caretAt(who, 'Năm qua', 'Năm qua tổng thu ngân '.length)
      press(who, 'Enter')
    },
    { words: 'found: thu ngân \nsách đạt 4.200 tỷ đồng' },
  ],
  [
    'splitting within the words and joining again',
    who => {
      caretAt(who, 'Năm qua', 'Năm qua tổng thu ngân'.length)
      press(who, 'Enter')
      caretAt(who, ' sách')
      press(who, 'Backspace')
    },
  ],
  [
    'splitting behind the words',
    who => {
      caretAt(who, 'Năm qua', 'Năm qua tổng thu ngân sách đạt 4.200 tỷ đồng, vượt xa mức'.length)
      press(who, 'Enter')
    },
  ],
  [
    'Enter at the start of their paragraph',
    who => {
      caretAt(who, 'Năm qua')
      press(who, 'Enter')
    },
  ],
  [
    'joining the paragraph with the one behind',
    who => {
      caretAt(who, 'Chi đầu tư')
      press(who, 'Backspace')
    },
    { paragraphs: 'found: trước tới nay.Chi đầu tư phát triển' },
  ],
  [
    'joining the paragraph with the heading before',
    who => {
      caretAt(who, 'Năm qua')
      press(who, 'Backspace')
    },
  ],
  [
    'joining over the edge of a sheet',
    who => {
      caretAt(who, 'Công nghiệp')
      press(who, 'Backspace')
      press(who, 'Backspace')
    },
    { section: gone },
  ],
  [
    'dragging the paragraph into another section',
    who => drag(who, 'Năm qua'),
    { paragraphs: 'changed: Chi đầu tư phát triển' },
  ],
  [
    'moving the section down',
    who => {
      caretAt(who, 'Kinh tế')
      press(who, 'Alt-Shift-ArrowDown')
    },
  ],
  [
    'moving the annotated section up',
    who => {
      caretAt(who, 'Công nghiệp')
      press(who, 'Alt-Shift-ArrowLeft')
      press(who, 'Alt-Shift-ArrowUp')
    },
  ],
  [
    'cutting the paragraph',
    who => {
      select(who, ['Kinh tế', atEnd], ['Năm qua', atEnd])
      cut(who)
    },
    { ...firstGone, paragraphs: 'changed: Chi đầu tư phát triển' },
  ],
  [
    'cutting the paragraph and pasting it ten seconds later in another section',
    who => {
      select(who, ['Kinh tế', atEnd], ['Năm qua', atEnd])
      const html = cut(who)
      later(10)
      caretAt(who, 'Trường lớp', atEnd)
      paste(who, html)
    },
    { paragraphs: 'changed: Chi đầu tư phát triển' },
  ],
  [
    'cutting two paragraphs and pasting them ten seconds later where they stood',
    who => {
      select(who, ['Năm qua', 0], ['Chi đầu tư', atEnd])
      const html = cut(who)
      later(10)
      paste(who, html)
    },
  ],
  [
    'cutting the words and pasting them ten seconds later into another paragraph',
    who => {
      selectWords(who, 'Năm qua', 'tổng thu ngân sách đạt 4.200 tỷ đồng, vượt xa mức')
      const html = cut(who)
      later(10)
      caretAt(who, 'Vốn vay', 'Vốn vay '.length)
      paste(who, html)
    },
    // Other words stand behind it now.
    { insertion: 'changed: |vượt xa' },
  ],
  [
    'cutting a section and pasting it ten seconds later behind another',
    who => {
      selectSection(who)
      const html = cut(who)
      later(10)
      caretAt(who, 'Trường lớp', atEnd)
      press(who, 'Enter')
      paste(who, html)
    },
  ],
  [
    'cutting and undoing',
    who => {
      select(who, ['Năm qua', 0], ['Chi đầu tư', atEnd])
      cut(who)
      later(1)
      who.session.undo()
    },
  ],
  [
    'cutting, undoing and redoing',
    who => {
      select(who, ['Kinh tế', atEnd], ['Năm qua', atEnd])
      cut(who)
      later(1)
      who.session.undo()
      who.session.redo()
    },
    { ...firstGone, paragraphs: 'changed: Chi đầu tư phát triển' },
  ],
  [
    'deleting the words',
    who => {
      selectWords(who, 'Năm qua', quotes.words)
      press(who, 'Backspace')
    },
    { words: gone },
  ],
  [
    'deleting the words, writing others, undoing both',
    who => {
      selectWords(who, 'Năm qua', quotes.words)
      press(who, 'Backspace')
      later(1)
      type(who, 'việc làm')
      later(1)
      who.session.undo()
      who.session.undo()
    },
  ],
  [
    'writing other words over them',
    who => {
      selectWords(who, 'Năm qua', quotes.words)
      type(who, 'số việc làm mới')
    },
    { words: gone },
  ],
  [
    'writing within the words',
    who => {
      selectWords(who, 'Năm qua', '4.200')
      type(who, '4.350')
    },
    { words: 'changed: thu ngân sách đạt 4.350 tỷ đồng' },
  ],
  [
    'writing right before and right behind the words',
    who => {
      caretAt(who, 'Năm qua', 'Năm qua tổng '.length)
      type(who, 'số ')
      caretAt(who, 'Năm qua', 'Năm qua tổng số thu ngân sách đạt 4.200 tỷ đồng'.length)
      type(who, ' tròn')
    },
  ],
  [
    'copying the paragraph and writing within the words',
    who => {
      select(who, ['Năm qua', 0], ['Năm qua', atEnd])
      const html = copied(who)
      caretAt(who, 'Trường lớp', atEnd)
      press(who, 'Enter')
      paste(who, html)
      selectWords(who, 'Năm qua', '4.200')
      type(who, '4.350')
    },
    { words: 'changed: thu ngân sách đạt 4.350 tỷ đồng' },
  ],
  [
    'making the paragraph a heading',
    who => {
      caretAt(who, 'Năm qua')
      press(who, 'Mod-Alt-4')
    },
  ],
  [
    'making the section a paragraph',
    who => {
      caretAt(who, 'Công nghiệp')
      press(who, 'Mod-Alt-0')
    },
    { section: gone },
  ],
  [
    'restoring the whole report over later edits',
    who => {
      const saved = readReport(who.body)
      select(who, ['Năm qua', 0], ['Sản lượng', 10])
      press(who, 'Backspace')
      caretAt(who, 'Trường lớp')
      type(who, 'Nay ')
      restore(who, saved)
    },
  ],
  [
    'restoring a report in which the paragraphs stood elsewhere',
    who => {
      drag(who, 'Năm qua')
      drag(who, 'Chi đầu tư')
      who.session.settle()
      const saved = readReport(who.body)
      who.session.undo()
      who.session.undo()
      restore(who, saved)
    },
  ],
  [
    'changing the value of the cell',
    ({ body }) =>
      changeRows(body, 't' as TableId, new Map([['r' as RowId, { result: 'hơn 5.000 tỷ đồng' }]])),
    { cell: 'changed: cell r.result: hơn 5.000 tỷ đồng' },
  ],
  ['removing the row', ({ body }) => removeRows(body, 't' as TableId, ['r' as RowId]), { cell: gone }],
]

/** What a colleague does meanwhile, without a network. */
const meanwhile: readonly (readonly [string, (who: Writer) => unknown])[] = [
  ['nobody else writes', () => undefined],
  [
    'a colleague types in the paragraphs',
    who => {
      caretAt(who, 'Năm qua')
      type(who, 'Vui: ')
      caretAt(who, 'Chi đầu tư', atEnd)
      type(who, ' Đúng hướng.')
    },
  ],
  [
    'a colleague splits and inserts elsewhere',
    who => {
      caretAt(who, 'Vốn vay', 'Vốn vay được trả'.length)
      press(who, 'Enter')
      caretAt(who, 'Trường lớp')
      press(who, 'Enter')
    },
  ],
]

describe.each(meanwhile)('%s', (_name, change) => {
  test.each(
    cases.flatMap(([name, edit, expected]) => bothOrders.map(ids => ({ name, ids, edit, expected }))),
  )('no annotation is lost by $name (ids $ids)', ({ ids, edit, expected }) => {
    const { ana, ben } = twoWriters(annotatedReport(), ids)
    writers = [ana, ben]
    const anchors = annotateAll(ben)
    later(1)
    edit(ana)
    change(ben)
    later(1)
    meet(ana, ben)
    later(1)
    expectSamePlaces(Object.values(anchors), ana, ben)
    const index = indexOf(ana)
    const said = Object.fromEntries(targetNames.map(name => [name, told(anchors[name], index)]))
    expect(said).toEqual({ ...before, ...expected })
    // The very words, not the copy in the last section.
    if (said['words'] !== gone) expect(ahead(anchors.words, index)).toMatch(/tổng(số)?$/)
  })
})
