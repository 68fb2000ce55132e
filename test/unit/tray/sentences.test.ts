import { describe, expect, test } from 'vitest'
import { sameSentences } from '../../../shared/tray/same-sentence'
import { sentencesOf } from '../../../shared/tray/sentences'

const cut = (paragraph: string) => sentencesOf(paragraph).map(({ text }) => text)

describe('the sentences of a paragraph', () => {
  test('end at a stop before a space, and keep their offsets', () => {
    const paragraph = 'Thu ngân sách tăng. Chi giảm! Vì sao?  Chưa rõ…'
    expect(cut(paragraph)).toEqual(['Thu ngân sách tăng.', 'Chi giảm!', 'Vì sao?', 'Chưa rõ…'])
    for (const { from, to, text } of sentencesOf(paragraph)) expect(paragraph.slice(from, to)).toBe(text)
  })

  test.each([
    'Thu đạt 1.500 tỷ đồng tại TP. Bắc Giang.',
    'Nông, lâm, thủy sản v.v. của huyện đều tăng.',
    'Đồng chí Ng. V. An phát biểu.',
  ])('do not end within “%s”', sentence => {
    expect(cut(`${sentence} Câu sau.`)).toEqual([sentence, 'Câu sau.'])
  })

  test('end at a semicolon, at a line’s end and behind a closing quotation mark', () => {
    expect(cut('Giữ vững ổn định; phát triển.\nĐồng chí nói: “Làm ngay.” Mọi người nghe.')).toEqual([
      'Giữ vững ổn định;',
      'phát triển.',
      'Đồng chí nói: “Làm ngay.”',
      'Mọi người nghe.',
    ])
  })
})

describe('a sentence that two people changed while apart', () => {
  const base = 'Thu ngân sách tăng. Chi giảm nhẹ. Nợ giữ nguyên.'

  test('is told with both wordings and what became of them', () => {
    expect(
      sameSentences({
        base,
        mine: 'Thu ngân sách tăng. Chi giảm mạnh. Nợ giữ nguyên.',
        theirs: 'Thu ngân sách tăng. Chi ngân sách giảm nhẹ. Nợ giữ nguyên.',
        merged: 'Thu ngân sách tăng. Chi ngân sách giảm mạnh. Nợ giữ nguyên.',
      }),
    ).toEqual([
      { mine: 'Chi giảm mạnh.', theirs: 'Chi ngân sách giảm nhẹ.', merged: 'Chi ngân sách giảm mạnh.' },
    ])
  })

  test('is told from the other side with the wordings changed round', () => {
    const mine = base.replace('nhẹ', 'mạnh')
    const theirs = base.replace('Chi', 'Tổng chi')
    const merged = base.replace('Chi giảm nhẹ', 'Tổng chi giảm mạnh')
    const [here] = sameSentences({ base, mine, theirs, merged })
    const [there] = sameSentences({ base, mine: theirs, theirs: mine, merged })
    expect(there).toEqual({ mine: here?.theirs, theirs: here?.mine, merged: here?.merged })
  })

  test('is not told where each changed another sentence of the paragraph', () => {
    expect(
      sameSentences({
        base,
        mine: base.replace('Thu', 'Tổng thu'),
        theirs: base.replace('Nợ', 'Nợ công'),
        merged: base.replace('Thu', 'Tổng thu').replace('Nợ', 'Nợ công'),
      }),
    ).toEqual([])
  })

  test('is not told where both wrote the same', () => {
    const both = base.replace('nhẹ', 'mạnh')
    expect(sameSentences({ base, mine: both, theirs: both, merged: both })).toEqual([])
  })

  test('is told where one took it out and the other changed it', () => {
    expect(
      sameSentences({
        base,
        mine: 'Thu ngân sách tăng. Nợ giữ nguyên.',
        theirs: base.replace('nhẹ', 'mạnh'),
        merged: 'Thu ngân sách tăng. mạnh Nợ giữ nguyên.',
      }).map(({ mine, theirs }) => ({ mine, theirs })),
    ).toEqual([{ mine: '', theirs: 'Chi giảm mạnh.' }])
  })
})
