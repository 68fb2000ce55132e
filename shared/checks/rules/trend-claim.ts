import type { Span } from '../../figures/figure'
import type { Finding } from '../finding'
import { placeIn, type Passage } from '../passage'
import type { ReportRule } from '../rule'
import { seriesIn, type Series } from '../series'
import { notesOf } from './years-and-total'

/** "Năm sau cao hơn năm trước" beside yearly figures that fall. */
export const trendClaim: ReportRule = {
  kind: 'report',
  name: 'trend-claim',
  severity: 'error',
  explanation: {
    title: 'Nhận định xu hướng trái với số liệu các năm',
    finds:
      'Câu viết “tăng dần”, “năm sau cao hơn năm trước”, “liên tục tăng” (hoặc giảm) mà số liệu các năm trong câu hay trong chú thích của câu có năm đi ngược lại.',
    example:
      'Số thu năm sau cao hơn năm trước: năm 2018 đạt 90 tỷ đồng, năm 2019 đạt 85 tỷ đồng, năm 2020 đạt 99 tỷ đồng.',
    silent: 'Khi câu và chú thích không có ít nhất hai năm số liệu cùng đơn vị.',
  },
  check: ({ passages }) => {
    const notes = notesOf(passages)
    return passages.flatMap(passage =>
      passage.sentences.flatMap(sentence =>
        checkSentence(
          passage,
          sentence,
          passage.notes.flatMap(id => notes.get(id) ?? []),
        ),
      ),
    )
  },
}

const rising =
  /năm sau (?:luôn )?(?:cao|nhiều|lớn) hơn năm trước|(?:liên tục|không ngừng|đều) tăng(?: dần)?|tăng (?:dần|đều|liên tục)(?: qua các năm| hằng năm| hàng năm)?|tăng qua các năm|năm sau tăng (?:hơn|so với) năm trước/iu
const falling =
  /năm sau (?:luôn )?(?:thấp|ít) hơn năm trước|(?:liên tục|đều) giảm(?: dần)?|giảm (?:dần|đều|liên tục)(?: qua các năm| hằng năm| hàng năm)?|giảm qua các năm|năm sau giảm (?:hơn|so với) năm trước/iu

function checkSentence(passage: Passage, sentence: Span, notes: readonly Passage[]): Finding[] {
  const words = passage.text.slice(sentence.from, sentence.to)
  const up = rising.exec(words)
  const down = falling.exec(words)
  const claim = up ?? down
  if (!claim || (up && down)) return []
  const from = sentence.from + claim.index
  const place = placeIn(passage, { from, to: from + claim[0].length })
  const own = seriesIn(passage, sentence).map(series => ({ series, told: passage }))
  const noted = notes.flatMap(note =>
    seriesIn(note, { from: 0, to: note.text.length }).map(series => ({ series, told: note })),
  )
  const found =
    own.length > 0
      ? own
      : noted.length === 1 || isOneMeasure(noted.map(({ series }) => series))
        ? noted.slice(0, 1)
        : []
  return found.flatMap(({ series, told }) => {
    const against = breakOf(series, up ? 1 : -1)
    if (!against) return []
    const [before, after] = against
    return [
      {
        rule: trendClaim.name,
        severity: 'error' as const,
        message: `Viết “${claim[0]}” nhưng năm ${after.year} (${told.text.slice(after.figure.from, after.figure.to)}) ${up ? 'không cao' : 'không thấp'} hơn năm ${before.year} (${told.text.slice(before.figure.from, before.figure.to)}).`,
        places: [place, placeIn(told, after.figure), placeIn(told, before.figure)],
        found: claim[0],
      },
    ]
  })
}

const isOneMeasure = (series: readonly Series[]): boolean =>
  series.filter(({ points }) => points[0]?.figure.unit !== '%').length === 1

type Point = Series['points'][number]

/** The first pair of years that goes the other way. */
function breakOf({ points }: Series, way: 1 | -1): readonly [Point, Point] | undefined {
  const ordered = [...points].sort((one, other) => one.year - other.year)
  for (const [index, after] of ordered.entries()) {
    const before = ordered[index - 1]
    if (before && (after.figure.low - before.figure.low) * way <= 0) return [before, after]
  }
  return undefined
}
