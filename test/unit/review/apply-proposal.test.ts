import { describe, expect, test } from 'vitest'
import type { NoteId } from '../../../shared/report/ids'
import { blocksOf } from '../../../shared/report/nodes'
import type { Report } from '../../../shared/report/report'
import { anchorIndex } from '../../../shared/review/anchor-index'
import type { Applied } from '../../../shared/review/apply-edit'
import { applyProposal } from '../../../shared/review/apply-proposal'
import { editReport } from '../../../shared/review/apply-report'
import { proposeEdits, type ProposalDraft } from '../../../shared/review/propose-edits'
import { heading, note, noteRef, paragraph, report, sheet, strong, text } from '../../support/build-report'
import { row, table, tableBlock } from '../../support/build-indicators'
import type { Node } from 'prosemirror-model'

const one = (content: string): Node => paragraph(content)
const base = (block: Node): Report => report({ text: text(sheet(heading('number', 'Kinh tế', 'h1'), block)) })
const withBlock = (start: Report, block: Node): Report => ({
  ...start,
  text: text(sheet(...blocksOf(start.text).slice(0, 1), block)),
})
const saying = (block: Node, ...content: Parameters<typeof paragraph>): Node =>
  block.copy(paragraph(...content).content)
const propose = (start: Report, now: Report): readonly ProposalDraft[] =>
  proposeEdits(anchorIndex(start), now)
const words = ({ text: body }: Report): string => blocksOf(body)[1]?.textContent ?? ''

function accept(start: Report, draft: ProposalDraft | undefined): { now: Report; applied: Applied } {
  if (!draft) throw new Error('Nothing was proposed')
  const applied = applyProposal(draft, anchorIndex(start))
  const now = applied.kind === 'edit' ? { ...start, ...editReport(start, [applied.edit]) } : start
  return { now, applied }
}

describe('what is proposed', () => {
  const block = one('Tốc độ tăng trưởng rất thấp trong năm đầu, cao dần về sau')
  const start = base(block)

  test('words that only white space parts are one thing to decide, others are several', () => {
    const drafts = propose(
      start,
      withBlock(start, saying(block, 'Tốc độ tăng trưởng khá cao trong năm đầu, cao đều về sau')),
    )
    expect(drafts.map(({ change }) => change)).toEqual([
      { kind: 'words', was: 'rất thấp', now: 'khá cao' },
      { kind: 'words', was: 'dần', now: 'đều' },
    ])
  })

  test('plain words take over how the words before them are set; others bring it along', () => {
    const bold = saying(block, strong('Tốc độ tăng trưởng'), ' trong năm')
    const from = withBlock(start, bold)
    const plain = propose(from, withBlock(from, saying(block, strong('Tốc độ phát triển'), ' trong năm')))
    expect(plain[0]?.change).toEqual({ kind: 'words', was: 'tăng trưởng', now: 'phát triển' })
    const other = propose(from, withBlock(from, saying(block, strong('Tốc độ '), 'nhịp độ', ' trong năm')))
    expect(other[0]?.change).toHaveProperty('content')
  })

  test('a list or an alignment that changed is the paragraph anew', () => {
    const list = block.type.create({ ...block.attrs, list: 'bullet' }, block.content)
    const drafts = propose(start, withBlock(start, list))
    expect(drafts.map(({ change }) => change.kind)).toEqual(['delete-block', 'insert-blocks'])
    expect(drafts.reduce((now, draft) => accept(now, draft).now, start).text.textContent).toContain('Tốc độ')
  })

  test("a note's mark is never doubled or left without its note", () => {
    const noted = saying(block, 'Tốc độ', noteRef('n1'), ' tăng')
    const from = withBlock(start, noted)
    const draft = propose(from, withBlock(from, saying(block, 'Tốc độ', noteRef('n2'), ' giảm')))[0]
    const { now } = accept(from, draft)
    expect(blocksOf(now.text)[1]?.toString()).not.toContain('n2')
  })
})

describe('what two people propose about the same words', () => {
  const block = one('xin chào brave world hôm nay')
  const start = base(block)
  const say = (content: string): ProposalDraft | undefined =>
    propose(start, withBlock(start, saying(block, content)))[0]

  test('neighbouring deletions are both carried out, in either order', () => {
    const ana = say('xin chào world hôm nay')
    const ben = say('xin chào brave hôm nay')
    for (const [first, second] of [
      [ana, ben],
      [ben, ana],
    ]) {
      const { now } = accept(accept(start, first).now, second)
      expect(words(now).replace(/\s+/gu, ' ')).toBe('xin chào hôm nay')
    }
  })

  test('the second says what stands there after the first was accepted', () => {
    const ana = say('xin chào great world hôm nay')
    const ben = say('xin chào small world hôm nay')
    const { now } = accept(start, ana)
    expect(words(now)).toBe('xin chào great world hôm nay')
    const { applied } = accept(now, ben)
    expect(applied).toMatchObject({ kind: 'conflict', found: expect.stringContaining('great') as string })
  })

  test('words beside an insertion may change', () => {
    const ana = say('xin chào các bạn brave world hôm nay')
    const ben = say('xin chào world hôm nay')
    expect(words(accept(accept(start, ben).now, ana).now)).toBe('xin chào các bạn world hôm nay')
  })

  test('a paragraph that somebody wrote in meanwhile is not deleted', () => {
    const deletion = propose(start, { ...start, text: text(sheet(...blocksOf(start.text).slice(0, 1))) })[0]
    const { now } = accept(start, say('xin chào great world hôm nay'))
    const { applied } = accept(now, deletion)
    expect(applied).toEqual({ kind: 'conflict', found: 'xin chào great world hôm nay' })
  })

  test('words of a paragraph that is gone are said to be gone', () => {
    const deletion = propose(start, { ...start, text: text(sheet(...blocksOf(start.text).slice(0, 1))) })[0]
    const { now } = accept(start, deletion)
    expect(accept(now, say('xin chào great world hôm nay')).applied).toEqual({ kind: 'gone' })
  })
})

test('a cell takes a value only where it still says what it said', () => {
  const cells = (result: string) => table('t1', [row({ id: 'r1', name: 'Thu ngân sách', result })])
  const at = (result: string): Report =>
    report({ text: text(sheet(tableBlock('t1'))), indicators: cells(result) })
  const draft = propose(at('120'), at('125'))[0]
  expect(draft?.change).toEqual({ kind: 'cell', was: '120', now: '125' })
  expect([...accept(at('120'), draft).now.indicators.values()][0]?.rows[0]?.result).toBe('125')
  expect(accept(at('130'), draft).applied).toEqual({ kind: 'conflict', found: '130' })
})

test('what does not fit the schema is not put in', () => {
  const start = base(one('xin chào'))
  const draft = propose(start, withBlock(start, one('thêm')))[0]
  const forged = {
    anchor: draft?.anchor,
    change: { kind: 'insert-blocks', after: null, blocks: [{ type: 'script' }] },
  } as unknown as ProposalDraft
  expect(accept(start, forged).applied).toEqual({ kind: 'gone' })
})

test('a note without a mark in the text is left out', () => {
  const start = { ...base(one('xin chào')), notes: new Map([['n9' as NoteId, note('cũ')]]) }
  const now = { ...start, notes: new Map([['n9' as NoteId, note('mới')]]) }
  expect(propose(start, now)).toEqual([])
})
