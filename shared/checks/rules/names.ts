import type { Finding, FoundPlace } from '../finding'
import { placeIn, type Passage } from '../passage'
import type { ReportRule } from '../rule'

/** "Xã Tân Mỹ" here and "phường Tân Mỹ" there. */
export const namesAgree: ReportRule = {
  kind: 'report',
  name: 'names',
  severity: 'question',
  explanation: {
    title: 'Một địa danh gọi hai cách',
    finds:
      'Cùng một tên riêng khi thì gọi là xã, khi thì gọi là phường hay thị trấn; khi thì huyện, khi thì thị xã, thành phố.',
    example: 'Xã Tân Mỹ đạt chuẩn nông thôn mới. Công an phường Tân Mỹ được khen thưởng.',
    silent: 'Khi câu nói về việc thành lập, nâng cấp, sáp nhập chính nơi ấy.',
  },
  check: ({ passages }) => {
    const named = new Map<string, Map<string, FoundPlace>>()
    for (const passage of passages)
      for (const { rank, kind, name, place } of placesNamed(passage)) {
        const key = `${rank} ${name}`
        const kinds = named.get(key) ?? new Map<string, FoundPlace>()
        if (!kinds.has(kind)) kinds.set(kind, place)
        named.set(key, kinds)
      }
    return [...named.values()].flatMap(kinds => (kinds.size > 1 ? [findingOf([...kinds.values()])] : []))
  },
}

const ranks: Readonly<Record<string, number>> = {
  xã: 1,
  phường: 1,
  'thị trấn': 1,
  huyện: 2,
  'thị xã': 2,
  quận: 2,
}
const namedPlace =
  /(?<![\p{L}\p{M}])(?<kind>[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Tt]hị xã|[Qq]uận)\s+(?<name>\p{Lu}[\p{Ll}\p{M}]+(?:\s+\p{Lu}[\p{Ll}\p{M}]+){1,3})/gu
const becoming = /thành lập|nâng cấp|nâng xã|sáp nhập|chuyển|trở thành|lên phường|thành phường|chia tách/iu

function* placesNamed(passage: Passage) {
  for (const match of passage.text.matchAll(namedPlace)) {
    const kind = (match.groups?.['kind'] ?? '').toLowerCase()
    const name = match.groups?.['name'] ?? ''
    const span = { from: match.index, to: match.index + match[0].length }
    const sentence = passage.sentences.find(({ from, to }) => from <= span.from && span.to <= to)
    if (sentence && becoming.test(passage.text.slice(sentence.from, sentence.to))) continue
    yield { rank: ranks[kind] ?? 0, kind, name, place: placeIn(passage, span) }
  }
}

const findingOf = (places: readonly FoundPlace[]): Finding => ({
  rule: namesAgree.name,
  severity: 'question',
  message: `Một nơi hay hai nơi: ${places.map(({ quote }) => `“${quote}”`).join(' và ')}?`,
  places,
  found: places[0]?.quote ?? '',
})
