import { describe, expect, test } from 'vitest'
import { compareInline, type InlinePart } from '../../../shared/compare/compare-inline'
import { compareWords, sideOf, type WordPart } from '../../../shared/compare/compare-words'
import { noteRefSign, plainTextOf } from '../../../shared/report/text-blocks'
import { note, noteRef, paragraph, strong } from '../../support/build-report'
import { randomFrom } from '../../support/random'

const shown = (parts: readonly { kind: string; text: string }[]): string =>
  parts
    .map(({ kind, text }) =>
      kind === 'same' ? text : `${{ added: '+', removed: '-', marked: '~' }[kind] ?? ''}[${text}]`,
    )
    .join('')
    .replaceAll(noteRefSign, '*')

const compared = (was: string, now: string): string => shown(compareWords(was, now))
const textOf = (parts: readonly WordPart[], side: 'was' | 'now'): string =>
  sideOf(parts, side)
    .map(({ text }) => text)
    .join('')

describe('two wordings word by word', () => {
  test.each([
    ['the same', 'Thu ngân sách tăng.', 'Thu ngân sách tăng.', 'Thu ngân sách tăng.'],
    ['a word put in', 'Thu sách tăng.', 'Thu ngân sách tăng.', 'Thu +[ngân ]sách tăng.'],
    ['a word taken out', 'Thu ngân sách tăng.', 'Thu sách tăng.', 'Thu -[ngân ]sách tăng.'],
    ['another word', 'Thu tăng nhẹ so với', 'Thu tăng mạnh so với', 'Thu tăng -[nhẹ]+[mạnh] so với'],
    ['words at the end', 'Thu tăng', 'Thu tăng 5%', 'Thu tăng+[ 5%]'],
    ['words at the start', 'thu tăng', 'Tổng thu tăng', '+[Tổng ]thu tăng'],
    ['everything new', '', 'Thu tăng', '+[Thu tăng]'],
    ['everything gone', 'Thu tăng', '', '-[Thu tăng]'],
    ['white space alone', 'Thu  tăng', 'Thu tăng', 'Thu -[ ]tăng'],
    ['a comma', 'Thu tăng chi giảm', 'Thu tăng, chi giảm', 'Thu -[tăng]+[tăng,] chi giảm'],
  ])('%s', (_name, was, now, difference) => {
    expect(compared(was, now)).toBe(difference)
  })

  test('a sentence written anew is one difference, whatever words both share by chance', () => {
    expect(
      compared(
        'Mở: cơ cấu kinh tế chuyển dịch chậm và chưa đạt yêu cầu đề ra. Hết.',
        'Mở: các ngành dịch vụ lớn lên nhanh và vượt xa mọi dự báo trước. Hết.',
      ),
    ).toBe(
      'Mở: -[cơ cấu kinh tế chuyển dịch chậm và chưa đạt yêu cầu đề ra.]+[các ngành dịch vụ lớn lên nhanh và vượt xa mọi dự báo trước.] Hết.',
    )
  })

  test('two words changed side by side, with one between them, are two differences', () => {
    expect(compared('đạt 5 tỷ 7 năm', 'đạt 6 tỷ 8 năm')).toBe('đạt -[5]+[6] tỷ -[7]+[8] năm')
  })

  test('applied to the old wording, the parts give the new one', () => {
    const random = randomFrom(11)
    const wording = (): string =>
      Array.from({ length: Math.floor(random() * 30) }, () => {
        const word = ['một', 'hai', 'ba', 'bốn,', '5,5%'][Math.floor(random() * 5)] ?? ''
        return word + (random() < 0.2 ? '  ' : random() < 0.05 ? '\n' : ' ')
      }).join('')
    for (let round = 0; round < 2000; round++) {
      const [was, now] = [wording(), wording()]
      const parts = compareWords(was, now)
      expect(textOf(parts, 'was')).toBe(was)
      expect(textOf(parts, 'now')).toBe(now)
    }
  })
})

describe('two paragraphs word by word', () => {
  const parts = (...sides: Parameters<typeof compareInline>): string => shown(compareInline(...sides))

  test('a note put behind a word does not change the word', () => {
    expect(parts(paragraph('Thu tăng. Chi giảm'), paragraph('Thu tăng', noteRef('n'), '. Chi giảm'))).toBe(
      'Thu tăng+[*]. Chi giảm',
    )
  })

  test('a note stays where it is when the word before it becomes another', () => {
    expect(
      parts(paragraph('Thu tăng', noteRef('n'), ' nhanh'), paragraph('Thu giảm', noteRef('n'), ' nhanh')),
    ).toBe('Thu -[tăng]+[giảm]* nhanh')
  })

  test('another note in the place of one is told', () => {
    expect(parts(paragraph('Thu', noteRef('n')), paragraph('Thu', noteRef('m')))).toBe('Thu-[*]+[*]')
  })

  test('words that are only set otherwise are told apart from other words', () => {
    expect(parts(paragraph('Thu ngân sách tăng'), paragraph('Thu ', strong('ngân sách'), ' giảm'))).toBe(
      'Thu ~[ngân sách] -[tăng]+[giảm]',
    )
  })

  test('the paragraphs of a note are compared as one text', () => {
    expect(parts(note('Dòng một', 'Dòng hai'), note('Dòng một', 'Dòng ba'))).toBe(
      'Dòng một\nDòng -[hai]+[ba]',
    )
  })

  test('offsets lead into both paragraphs, and nothing is left out', () => {
    const random = randomFrom(5)
    const upTo = (count: number): number => Math.floor(random() * count)
    const wording = () =>
      paragraph(
        ...Array.from({ length: upTo(12) }, () =>
          random() < 0.25
            ? noteRef(`n${upTo(4)}`)
            : random() < 0.3
              ? strong(['a ', 'b', ' c'][upTo(3)] ?? '')
              : (['một ', 'hai', ' ba', '. '][upTo(4)] ?? ''),
        ),
      )
    const read = (found: readonly InlinePart[], side: 'was' | 'now', text: string): string =>
      sideOf(found, side)
        .map(part => text.slice(part[side].from, part[side].to))
        .join('')
    for (let round = 0; round < 2000; round++) {
      const [was, now] = [wording(), wording()]
      const found = compareInline(was, now)
      expect(read(found, 'was', plainTextOf(was))).toBe(plainTextOf(was))
      expect(read(found, 'now', plainTextOf(now))).toBe(plainTextOf(now))
      for (const part of found) {
        const [side, text] =
          part.kind === 'removed' ? [part.was, plainTextOf(was)] : [part.now, plainTextOf(now)]
        expect(text.slice(side.from, side.to)).toBe(part.text)
        const isChange = part.kind === 'added' || part.kind === 'removed'
        if (isChange && part.text.includes(noteRefSign)) expect(part.text).toBe(noteRefSign)
      }
    }
  })
})
