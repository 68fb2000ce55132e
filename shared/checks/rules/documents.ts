import type { Finding, FoundPlace } from '../finding'
import { placeIn, type Passage } from '../passage'
import type { ReportRule } from '../rule'
import { datesIn, isReal, type WrittenDate } from './impossible-date'

/** One document with two dates or two issuers; a plan older than what it carries out. */
export const documentsAgree: ReportRule = {
  kind: 'report',
  name: 'documents',
  severity: 'error',
  explanation: {
    title: 'Số hiệu, ngày ban hành văn bản không thống nhất',
    finds:
      'Một số hiệu văn bản được dẫn với hai ngày ban hành; một kế hoạch, chương trình có ngày trước văn bản mà nó thực hiện.',
    example: 'Nghị quyết số 12-NQ/TU ngày 05/3/2017 … Nghị quyết số 12-NQ/TU ngày 03/5/2017.',
    silent: 'Khi văn bản không ghi ngày, hoặc chỉ nhắc lại số hiệu.',
  },
  check: ({ passages }) => {
    const cited = passages.flatMap(passage =>
      passage.numbers.others.length === 0 ? [] : citationsIn(passage),
    )
    return [
      ...twoDates(cited),
      ...passages.flatMap(passage => (passage.numbers.others.length < 2 ? [] : tooEarly(passage))),
    ]
  },
}

interface Citation {
  readonly code: string
  readonly date: WrittenDate | null
  readonly day: number
  readonly issuer: string
  readonly place: FoundPlace
}

const issuerAt =
  /^\s*(?:,\s*)?(?:của|do)\s+(?<name>\p{Lu}[\p{L}\p{M}]*(?:\s+[\p{L}\p{M}]+){0,5}?)(?=\s+(?:về|ban hành|đến|và|trong|thực hiện|quy định|khóa)|[,.;)”]|$)/u

function citationsIn(passage: Passage): Citation[] {
  const dates = [...datesIn(passage.text)].filter(isReal)
  return passage.numbers.others
    .filter(({ reason }) => reason === 'document')
    .map(span => {
      const date = dates.find(
        one => one.from >= span.to && /^[\s,(]*(?:ngày\s*)?$/iu.test(passage.text.slice(span.to, one.from)),
      )
      const to = date?.to ?? span.to
      return {
        code: passage.text.slice(span.from, span.to).replace(/\s/gu, '').toUpperCase().replace(/^0+/, ''),
        date: date ?? null,
        day: !date || date.year === null ? NaN : Date.UTC(date.year, date.month - 1, date.day),
        issuer: issuerAt.exec(passage.text.slice(to, to + 80))?.groups?.['name'] ?? '',
        place: placeIn(passage, { from: span.from, to }),
      }
    })
}

function twoDates(cited: readonly Citation[]): Finding[] {
  const first = new Map<string, Citation>()
  return cited.flatMap(citation => {
    if (Number.isNaN(citation.day)) return []
    const known = first.get(citation.code)
    if (!known) first.set(citation.code, citation)
    if (!known || known.day === citation.day) return []
    // Bodies number their documents anew each year, and two bodies may share a code.
    if (!isOneDocument(known, citation)) return []
    return [
      {
        rule: documentsAgree.name,
        severity: 'error' as const,
        message: `Cùng số hiệu nhưng ghi hai ngày: “${known.place.quote}” và “${citation.place.quote}”.`,
        places: [citation.place, known.place],
        found: citation.place.quote,
      },
    ]
  })
}

function isOneDocument(one: Citation, other: Citation): boolean {
  if (one.issuer !== '' && other.issuer !== '' && one.issuer !== other.issuer) return false
  return one.date?.year === other.date?.year || !/\/(?:TU|UBND|HĐND|ĐU|HU)/.test(one.code)
}

const carriesOut = /(?:thực hiện|triển khai|cụ thể hóa|quán triệt)\s+(?:[\p{L}\p{M}]+\s+){0,6}$/iu

/** "Kế hoạch số … ngày 30/6/2016 thực hiện Nghị quyết số … ngày 11/7/2016". */
function tooEarly(passage: Passage): Finding[] {
  const cited = citationsIn(passage)
  return cited.flatMap((later, index) => {
    const plan = cited[index - 1]
    if (!plan || Number.isNaN(plan.day) || Number.isNaN(later.day) || plan.day >= later.day) return []
    const between = passage.text.slice(plan.place.to, later.place.from)
    if (between.length > 160 || /[.;]/u.test(between) || !carriesOut.test(between.replace(/số\s*$/u, '')))
      return []
    return [
      {
        rule: documentsAgree.name,
        severity: 'error' as const,
        message: `“${plan.place.quote}” có trước văn bản mà nó thực hiện, “${later.place.quote}”.`,
        places: [plan.place, later.place],
        found: plan.place.quote,
      },
    ]
  })
}
