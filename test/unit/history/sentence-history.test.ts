import type { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { sentenceAround } from '../../../shared/history/sentence'
import { sentenceAt, sentenceBefore, type Sentence } from '../../../shared/history/sentence-history'
import type { Report } from '../../../shared/report/report'
import { schema } from '../../../shared/report/schema'
import { heading, noteRef, report, sheet, text } from '../../support/build-report'

const p = (id: string, ...content: (string | Node)[]): Node =>
  schema.node(
    'paragraph',
    { id },
    content.map(piece => (typeof piece === 'string' ? schema.text(piece) : piece)),
  )
const of = (...blocks: Node[]): Report => report({ text: text(sheet(...blocks)) })

const first = 'Thành phố hoàn thành mười hai chỉ tiêu của nghị quyết.'
const second = 'Thu ngân sách đạt 150 tỷ đồng, vượt dự toán được giao.'
const third = 'Đời sống nhân dân tiếp tục được nâng lên rõ rệt.'

const at = (now: Report, words: string, block = 'a'): Sentence => {
  const whole = now.text.firstChild?.children.find(each => each.attrs['id'] === block)?.textContent ?? ''
  const from = whole.indexOf(words)
  const found = sentenceAt(now, block, { from: from + 3, to: from + 3 })
  if (!found) throw new Error('no sentence')
  return found
}

describe('a sentence', () => {
  test('reaches from the sign before to its own, wherever the caret stands in it', () => {
    const whole = `${first} ${second} ${third}`
    for (const offset of [first.length + 1, first.length + 20, first.length + second.length])
      expect(sentenceAt(of(p('a', whole)), 'a', { from: offset, to: offset })?.text).toBe(second)
  })

  test('is not ended by a figure with a point in it', () => {
    const whole = 'Thu 1.250 tỷ đồng. Chi 900 tỷ.'
    const { from, to } = sentenceAround(whole, { from: 7, to: 7 })
    expect(whole.slice(from, to)).toBe('Thu 1.250 tỷ đồng.')
  })

  test('is as many as a selection touches', () => {
    const whole = `${first} ${second} ${third}`
    const { from, to } = sentenceAround(whole, { from: 3, to: first.length + 5 })
    expect(whole.slice(from, to)).toBe(`${first} ${second}`)
  })
})

describe('the draft before', () => {
  test('is told to say the same where only other sentences changed', () => {
    const now = of(p('a', `${first} Câu này mới. ${second}`))
    expect(sentenceBefore(of(p('a', `${first} ${second} ${third}`)), now, at(now, second))).toMatchObject({
      state: 'same',
      before: { text: second },
    })
  })

  test('shows the older wording where words of the sentence are others', () => {
    const now = of(p('a', `${first} ${second.replace('150', '162')} ${third}`))
    const step = sentenceBefore(of(p('a', `${first} ${second} ${third}`)), now, at(now, 'Thu ngân'))
    expect(step).toMatchObject({ state: 'changed', before: { text: second } })
    const changed = step.parts
      .filter(({ kind }) => kind !== 'same')
      .map(({ kind, text: words }) => `${kind} ${words}`)
    expect(changed).toEqual(['removed 150', 'added 162'])
  })

  test('has the sentence in a paragraph that moved, without its id, and with a note put in', () => {
    const others = [
      heading('roman', 'Mục một', 'h1'),
      p('x', `${third} ${third}`),
      p('y', `${first} ${third}`),
    ]
    const was = of(p('a', `${second} ${first}`), ...others)
    const now = of(...others, p('b', second, noteRef('n'), ` ${first}`))
    expect(sentenceBefore(was, now, at(now, second, 'b'))).toMatchObject({
      state: 'moved',
      before: { blocks: ['a'] },
    })
  })

  test('has it in the paragraph from which it was split, or in the one to which it was joined', () => {
    const [whole, halves] = [of(p('a', `${first} ${second}`)), of(p('a', first), p('b', second))]
    expect(sentenceBefore(whole, halves, at(halves, second, 'b'))).toMatchObject({
      state: 'same',
      before: { blocks: ['a'], text: second },
    })
    expect(sentenceBefore(halves, whole, at(whole, second))).toMatchObject({
      state: 'same',
      before: { blocks: ['b'], text: second },
    })
  })

  test('has it in another paragraph where it was cut and pasted', () => {
    const was = of(p('a', `${first} ${second}`), p('b', third))
    const now = of(p('a', first), p('b', `${third} ${second}`))
    expect(sentenceBefore(was, now, at(now, second, 'b'))).toMatchObject({
      state: 'moved',
      before: { blocks: ['a'] },
    })
  })

  test('does not have a sentence that appeared', () => {
    const now = of(p('a', `${first} ${second}`))
    expect(sentenceBefore(of(p('a', first)), now, at(now, second))).toEqual({
      before: null,
      state: 'appeared',
      parts: [],
    })
  })
})
