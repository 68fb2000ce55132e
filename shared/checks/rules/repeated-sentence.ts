import type { Finding } from '../finding'
import { placeIn, type Passage } from '../passage'
import type { ReportRule } from '../rule'
import type { Span } from '../../figures/figure'

/** A sentence that stands twice, as after a careless paste. */
export const repeatedSentence: ReportRule = {
  kind: 'report',
  name: 'repeated-sentence',
  severity: 'question',
  explanation: {
    title: 'Câu lặp lại',
    finds: 'Một câu từ tám từ trở lên có ở hai chỗ, giống nhau từng chữ.',
    example:
      'Công tác giáo dục có nhiều chuyển biến tích cực. Công tác giáo dục có nhiều chuyển biến tích cực.',
    silent: 'Với đề mục, ô bảng, câu ngắn và phương án chờ chọn.',
  },
  check: ({ passages }) => {
    const first = new Map<string, { passage: Passage; span: Span }>()
    return passages.flatMap(passage =>
      sentencesToCompare(passage).flatMap((span): Finding[] => {
        const words = passage.text
          .slice(span.from, span.to)
          .toLowerCase()
          .replace(/[\s.,;:!?]+/gu, ' ')
          .trim()
        const known = first.get(words)
        if (!known) first.set(words, { passage, span })
        if (!known || words.split(' ').length < fewest) return []
        const place = placeIn(passage, span)
        return [
          {
            rule: repeatedSentence.name,
            severity: 'question',
            message: 'Câu này đã có ở chỗ khác.',
            places: [place, placeIn(known.passage, known.span)],
            found: place.quote,
          },
        ]
      }),
    )
  },
}

const fewest = 8

const sentencesToCompare = ({ kind, sentences }: Passage): readonly Span[] =>
  kind === 'paragraph' || kind === 'note' ? sentences : []
