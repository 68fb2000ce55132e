import type { Span } from '../../figures/figure'
import type { Severity } from '../../problems/problem'
import type { Finding } from '../finding'
import { placeIn, type Passage } from '../passage'
import type { Explanation, PassageRule } from '../rule'

/* How a text is typed: each rule a pattern and what it says. */

interface Typing {
  readonly name: string
  readonly severity: Severity
  readonly explanation: Explanation
  readonly message: (quote: string) => string
  readonly find: (passage: Passage) => readonly Span[]
}

const typed = ({ name, severity, explanation, message, find }: Typing): PassageRule => ({
  kind: 'passage',
  name,
  severity,
  explanation,
  check: passage =>
    find(passage).map((span): Finding => {
      const place = placeIn(passage, span)
      return { rule: name, severity, message: message(place.quote), places: [place], found: place.quote }
    }),
})

const all = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }))

/** Words that are said twice on purpose. */
const twins =
  /^(?:xanh|đỏ|ngày|người|nhà|năm|dần|luôn|mãi|từng|song|rộng|xa|cao|vàng|trắng|hơn|nhiều|ai|đâu|đời|ngành|lớp|thường|khăng|rành|chầm|đều|thi|gần|ầm|vui|đêm|chung|riêng|nhanh|lâu|rất|sao|xưa|nay|ba|tám|hai|năm|sáu|chín)$/iu

export const doubledWord = typed({
  name: 'doubled-word',
  severity: 'error',
  explanation: {
    title: 'Từ lặp liền nhau',
    finds: 'Một từ gõ hai lần liền nhau.',
    example: 'Đã có có 12 mô hình.',
    silent: 'Với từ láy (luôn luôn, dần dần, người người).',
  },
  message: quote => `Từ gõ lặp: “${quote}”.`,
  find: ({ typed: text }) =>
    all(text, /(?<![\p{L}\p{M}\d-])(?<word>[\p{L}\p{M}]+)\s+\k<word>(?![\p{L}\p{M}\d-])/gu).filter(
      ({ from, to }) =>
        !twins.test(text.slice(from, to).split(/\s+/u)[0] ?? '') && !/^\p{Lu}/u.test(text.slice(from, to)),
    ),
})

export const punctuation = typed({
  name: 'punctuation',
  severity: 'reminder',
  explanation: {
    title: 'Khoảng trắng quanh dấu câu',
    finds:
      'Khoảng trắng trước dấu câu, thiếu khoảng trắng sau dấu câu, khoảng trắng bên trong ngoặc, hai dấu câu liền nhau.',
    example: 'Văn hóa , thể thao,du lịch..',
    silent: 'Trong số, ngày tháng, địa chỉ mạng, dấu ba chấm.',
  },
  message: quote => `Xem lại khoảng trắng, dấu câu ở “${quote.trim()}”.`,
  find: ({ typed: text }) => [
    ...all(text, /[\p{L}\p{M}\d%)]\s+[,;.:!?](?=\s|$)/gu),
    ...all(text, /[\p{L}\p{M}]{2,}[,;](?=[\p{L}])[\p{L}\p{M}]+/gu),
    ...all(text, /[\p{Ll}\p{M}]{2,}\.(?=\p{Lu}\p{Ll})[\p{L}\p{M}]+/gu),
    ...all(text, /\(\s+\S+|\S+\s+\)/gu),
    ...all(text, /(?<![.,;:])(?:,,|;;|,;|;,|,\.|;\.|\.,(?!\d)|(?<!\.)\.\.(?!\.))(?![.])/gu),
  ],
})

export const missingStop = typed({
  name: 'missing-stop',
  severity: 'reminder',
  explanation: {
    title: 'Thiếu dấu kết thúc câu',
    finds: 'Đoạn văn dài không kết thúc bằng dấu câu.',
    example: 'Đời sống nhân dân được nâng lên rõ rệt',
    silent: 'Với đề mục, ô bảng, đoạn ngắn và dòng của danh sách.',
  },
  message: () => 'Đoạn này chưa có dấu kết thúc câu.',
  find: ({ typed: text, kind }) => {
    const words = text.replace(/[\s\ufffc]+$/u, '')
    if (kind === 'heading' || kind === 'cell' || words.split(/\s+/u).length < 12) return []
    if (/[.!?:;,…”"»)\]-]$/u.test(words)) return []
    const last = /\S+(?:\s+\S+){0,2}$/u.exec(words)
    return last ? [{ from: last.index, to: words.length }] : []
  },
})

export const placeholder = typed({
  name: 'placeholder',
  severity: 'error',
  explanation: {
    title: 'Chỗ còn để trống',
    finds: 'Dấu hỏi, dấu chấm, chữ x thay cho nội dung chưa điền.',
    example: 'Thu ngân sách đạt ??? tỷ đồng; có ….. hộ; Kế hoạch số XX/KH-UBND.',
    silent: 'Với dấu ba chấm kết thúc một danh sách.',
  },
  message: quote => `Chỗ chưa điền: “${quote.trim()}”.`,
  find: ({ typed: text }) => [
    ...all(text, /\?{2,}/gu),
    ...all(text, /…{2,}|\.{6,}|\.{4,}(?=[\p{L}\d%/])/gu),
    ...all(
      text,
      /(?<=[\p{Ll}\p{M}]\s+)(?:…|\.{3,})(?=\s*(?:%|tỷ|triệu|nghìn|người|hộ|ha|km|xã|phường|dự án|đơn vị))/gu,
    ),
    ...all(text, /(?<![\p{L}\d])x{2,}(?![\p{L}\d])|(?<=số\s)X{2,}|X{2,}(?=\s*%)/gu),
    ...all(text, /\[\s*(?:…|\.{3,})?\s*\]|\(\s*(?:…|\.{3,})\s*\)|_{3,}/gu),
  ],
})

export const typedNote = typed({
  name: 'typed-note-number',
  severity: 'question',
  explanation: {
    title: 'Số chú thích gõ tay',
    finds: 'Một số trong ngoặc dính liền sau từ, như số chú thích gõ tay thay cho chú thích thật.',
    example: 'các trung tâm thương mại, siêu thị(3).',
    silent: 'Với số đếm mục “(1)”, “(2)” đứng riêng và công thức, ký hiệu.',
  },
  message: quote => `“${quote}” có phải số chú thích gõ tay không?`,
  find: ({ typed: text, kind }) =>
    kind === 'note' ? [] : all(text, /(?<=[\p{Ll}\p{M}])\s?[([]\d{1,3}[)\]](?=[.,;:\s]|$)(?!\s*\p{Ll})/gu),
})

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '“': '”', '«': '»' }

export const unbalanced = typed({
  name: 'unbalanced',
  severity: 'error',
  explanation: {
    title: 'Ngoặc hoặc dấu ngoặc kép không khớp',
    finds: 'Dấu mở không có dấu đóng, hoặc ngược lại, trong một đoạn.',
    example: 'Phong trào “Toàn dân đoàn kết được đẩy mạnh.',
    silent: 'Với dấu đóng của danh sách kiểu a), 1).',
  },
  message: quote => `Dấu “${quote}” không có dấu tương ứng.`,
  find: ({ typed: text }) => {
    const open: { sign: string; at: number }[] = []
    const found: Span[] = []
    for (const { index: at, 0: sign } of text.matchAll(/[()[\]“”«»]/gu)) {
      if (pairs[sign]) open.push({ sign, at })
      else if (Object.values(pairs).includes(sign)) {
        const last = open.findLastIndex(one => pairs[one.sign] === sign)
        if (last >= 0) open.splice(last, 1)
        else if (!(sign === ')' && /(?:^|[\s;,.])(?:\d{1,2}|\p{Ll})$/u.test(text.slice(0, at))))
          found.push({ from: at, to: at + 1 })
      }
    }
    const straight = [...text.matchAll(/"/g)]
    if (straight.length % 2 === 1)
      found.push({ from: straight.at(-1)?.index ?? 0, to: (straight.at(-1)?.index ?? 0) + 1 })
    return [...found, ...open.map(({ at }) => ({ from: at, to: at + 1 }))]
  },
})

export const typingRules: readonly PassageRule[] = [
  placeholder,
  doubledWord,
  unbalanced,
  typedNote,
  missingStop,
  punctuation,
]
