import type { Figure } from '../../figures/figure'
import type { Finding } from '../finding'
import { placeIn, type Passage } from '../passage'
import type { PassageRule } from '../rule'

/** "05 phường: A, B, C, D": a count and the names that follow it. */
export const countAndList: PassageRule = {
  kind: 'passage',
  name: 'count-and-list',
  severity: 'error',
  explanation: {
    title: 'Số lượng khác với danh sách kể ra',
    finds:
      'Số nêu trước danh sách tên riêng (sau dấu hai chấm hoặc trong ngoặc) khác số tên trong danh sách.',
    example: 'Đã hoàn thành tại 04 phường: Hòa Bình, Tân Lập, Minh Khai.',
    silent:
      'Khi danh sách kết thúc bằng “…”, “v.v.”, khi có mục không phải tên riêng, hoặc khi mỗi mục còn có số riêng.',
  },
  check: passage => passage.numbers.figures.flatMap(figure => checkCount(passage, figure)),
}

const opening = /^(?:\s+\p{Ll}[\p{L}\p{M}]*){0,3}\s*(?<sign>[:(])\s*/u
const open = /…|\.{3}|v\.v|như\s|nhất là|tiêu biểu|trong đó/iu
const name =
  /^(?:(?:xã|phường|thị trấn|huyện|quận|thành phố|thị xã|thôn|tỉnh|khu|cụm|chợ|dự án|trường)\s+)?\p{Lu}[\p{L}\p{M}\d]*(?:[\s–-]+(?:\p{Lu}[\p{L}\p{M}\d]*|\d+))*$/u

function checkCount(passage: Passage, figure: Figure): Finding[] {
  if (figure.low !== figure.high || figure.modality !== 'exact' || figure.scale !== 1 || figure.of !== null)
    return []
  if (
    !Number.isInteger(figure.low) ||
    figure.low < 2 ||
    figure.low > 40 ||
    figure.unit === '' ||
    figure.unit.endsWith('%')
  )
    return []
  const rest = passage.text.slice(figure.to)
  const opened = opening.exec(rest)
  if (!opened) return []
  const body = listAfter(rest.slice(opened[0].length), opened.groups?.['sign'] === '(')
  if (body === undefined || open.test(body)) return []
  const items = body.split(/\s*[,;]\s*|\s+và\s+/u).map(item => item.trim())
  if (items.length < 2 || items.some(item => !name.test(item)) || items.length === figure.low) return []
  const from = figure.to + opened[0].length
  return [
    {
      rule: countAndList.name,
      severity: 'error',
      message: `Ghi ${passage.text.slice(figure.from, figure.to)} nhưng kể ra ${items.length}.`,
      places: [placeIn(passage, figure), placeIn(passage, { from, to: from + body.length })],
      computed: `${items.length}`,
      found: passage.text.slice(figure.from, figure.to),
    },
  ]
}

/** Up to the closing bracket, or to where a list after a colon ends. */
const listAfter = (text: string, isBracket: boolean): string | undefined =>
  (isBracket ? /^[^()]*(?=\))/u : /^[^.;():]*(?=[.;]|$)/u).exec(text)?.[0].trim()
