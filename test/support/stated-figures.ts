import { formatNumber } from '../../shared/figures/format-figure'

/*
 * Sentences of invented reports whose figures agree with each other, and what their agreement is: an oracle that knows
 * the arithmetic and nothing of how it is read. Three subjects, so that no rule can live on the words of one.
 */

/** One figure of a sentence: the value as written, and the places after its comma. */
export interface Stated {
  readonly value: number
  readonly places: number
}

export interface Statement {
  /** The rule that should see a figure that does not fit. */
  readonly rule: string
  readonly figures: readonly Stated[]
  readonly say: (written: readonly string[]) => string
  /** Whether these values agree. */
  readonly holds: (values: readonly number[]) => boolean
}

export const subjects = ['city', 'school', 'enterprise'] as const
export type SubjectName = (typeof subjects)[number]

interface Words {
  /** A counted thing, and three kinds of it. */
  readonly counted: readonly (readonly [
    unit: string,
    whole: string,
    kinds: readonly [string, string, string],
  ])[]
  readonly money: readonly string[]
  readonly shares: readonly (readonly [string, readonly [string, string, string]])[]
  readonly done: readonly (readonly [doing: string, unit: string])[]
  readonly rates: readonly string[]
}

const vocabulary: Readonly<Record<SubjectName, Words>> = {
  city: {
    counted: [
      ['đơn', 'Các cơ quan tiếp nhận', ['khiếu nại', 'tố cáo', 'kiến nghị']],
      ['dự án', 'Thành phố thu hút', ['thương mại', 'công nghiệp', 'nông nghiệp']],
      ['hộ', 'Đã bố trí tái định cư cho', ['khu phía đông', 'khu phía tây', 'khu ven sông']],
    ],
    money: ['Thu ngân sách trên địa bàn', 'Tổng chi ngân sách', 'Vốn đầu tư công'],
    shares: [['Cơ cấu kinh tế', ['dịch vụ', 'công nghiệp', 'nông nghiệp']]],
    done: [
      ['Đã giải quyết', 'kiến nghị'],
      ['Đã cấp giấy chứng nhận cho', 'hộ'],
    ],
    rates: ['Tỷ lệ hộ nghèo', 'Tỷ lệ thất nghiệp'],
  },
  school: {
    counted: [
      ['trường', 'Toàn ngành có', ['mầm non', 'tiểu học', 'trung học cơ sở']],
      ['giáo viên', 'Đã tuyển dụng', ['mầm non', 'tiểu học', 'trung học']],
      ['giải', 'Học sinh đoạt', ['nhất', 'nhì', 'ba']],
    ],
    money: ['Chi thường xuyên cho giáo dục', 'Nguồn xã hội hóa', 'Kinh phí mua sắm thiết bị'],
    shares: [['Cơ cấu giáo viên theo trình độ', ['thạc sĩ', 'đại học', 'cao đẳng']]],
    done: [
      ['Đã kiên cố hóa', 'phòng học'],
      ['Đã công nhận đạt chuẩn cho', 'trường'],
    ],
    rates: ['Tỷ lệ học sinh bỏ học', 'Tỷ lệ học sinh yếu'],
  },
  enterprise: {
    counted: [
      ['lao động', 'Tổng công ty sử dụng', ['khối văn phòng', 'khối sản xuất', 'khối bán hàng']],
      ['hợp đồng', 'Trong kỳ đã ký', ['xuất khẩu', 'nội địa', 'gia công']],
      ['sáng kiến', 'Người lao động đóng góp', ['cơ khí', 'điện', 'quản lý']],
    ],
    money: ['Doanh thu', 'Lợi nhuận trước thuế', 'Nộp ngân sách'],
    shares: [['Cơ cấu doanh thu', ['xuất khẩu', 'nội địa', 'dịch vụ']]],
    done: [
      ['Đã bàn giao', 'căn hộ'],
      ['Đã thay thế', 'máy'],
    ],
    rates: ['Tỷ lệ phế phẩm', 'Tỷ lệ hao hụt'],
  },
}

type Make = (words: Words, random: () => number) => Statement

const whole = (value: number): Stated => ({ value, places: 0 })
const tenth = (value: number): Stated => ({ value: rounded(value, 1), places: 1 })
const rounded = (value: number, places: number): number => Number(value.toFixed(places))
const between = (random: () => number, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1))
const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const close = (one: number, other: number, slack = 1e-6): boolean => Math.abs(one - other) <= slack
/** What is written with so many places may have been rounded. */
const isRounded = (written: number, value: number, places: number): boolean =>
  Math.abs(written - value) <= 0.5 * 10 ** -places + 1e-9

const partsInBrackets: Make = ({ counted }, random) => {
  const [unit, beginning, kinds] = pick(random, counted)
  const parts = kinds.map(() => between(random, 12, 900))
  return {
    rule: 'parts-of-whole',
    figures: [whole(sum(parts)), ...parts.map(whole)],
    say: ([all, ...each]) =>
      `${beginning} ${all} ${unit} (${kinds.map((kind, at) => `${kind} ${each[at]}`).join('; ')}).`,
    holds: ([all = 0, ...each]) => close(all, sum(each)),
  }
}

const partsNamed: Make = ({ counted }, random) => {
  const [unit, beginning, kinds] = pick(random, counted)
  const parts = kinds.map(() => between(random, 3, 400))
  return {
    rule: 'parts-of-whole',
    figures: [whole(sum(parts)), ...parts.map(whole)],
    say: ([all, ...each]) =>
      `${beginning} ${all} ${unit}, gồm ${kinds
        .map((kind, at) => `${each[at]} ${unit} ${kind}`)
        .join(', ')
        .replace(/, (?=[^,]*$)/, ' và ')}.`,
    holds: ([all = 0, ...each]) => close(all, sum(each)),
  }
}

const sharesOfAll: Make = ({ shares }, random) => {
  const [beginning, kinds] = pick(random, shares)
  const first = between(random, 300, 550)
  const second = between(random, 200, 420)
  const parts = [first / 10, second / 10, (1000 - first - second) / 10]
  return {
    rule: 'shares-of-hundred',
    figures: parts.map(tenth),
    say: each => `${beginning}: ${kinds.map((kind, at) => `${kind} ${each[at]}%`).join('; ')}.`,
    holds: each => close(sum(each), 100, 0.049),
  }
}

const shareDone: Make = ({ done }, random) => {
  const [doing, unit] = pick(random, done)
  const all = between(random, 40, 2_000)
  const part = between(random, Math.ceil(all / 2), all)
  return {
    rule: 'percent-of-whole',
    figures: [whole(part), whole(all), tenth((part / all) * 100)],
    say: ([some, total, percent]) => `${doing} ${some}/${total} ${unit}, đạt ${percent}%.`,
    holds: ([some = 0, total = 1, percent = 0]) =>
      some <= total && isRounded(percent, (some / total) * 100, 1),
  }
}

const shareOfNamed: Make = ({ counted }, random) => {
  const [unit, beginning, [kind]] = pick(random, counted)
  const all = between(random, 100, 900)
  const part = between(random, 20, all - 10)
  return {
    rule: 'percent-of-whole',
    figures: [whole(all), whole(part), tenth((part / all) * 100)],
    say: ([total, some, percent]) =>
      `${beginning} ${total} ${unit}, trong đó ${some} ${unit} ${kind}, chiếm ${percent}%.`,
    holds: ([total = 1, some = 0, percent = 0]) => isRounded(percent, (some / total) * 100, 1),
  }
}

const growth: Make = ({ money }, random) => {
  const [was, more] = [between(random, 100, 900), between(random, 20, 300)]
  return {
    rule: 'from-to',
    figures: [whole(was), whole(was + more), tenth((more / was) * 100)],
    say: ([old, fresh, percent]) =>
      `${pick(() => 0, money)} tăng từ ${old} tỷ đồng năm 2015 lên ${fresh} tỷ đồng năm 2020, tăng ${percent}%.`,
    holds: ([old = 1, fresh = 0, percent = 0]) =>
      fresh > old && isRounded(percent, ((fresh - old) / old) * 100, 1),
  }
}

const difference: Make = ({ counted }, random) => {
  const [unit] = pick(random, counted)
  const [was, more] = [between(random, 20, 500), between(random, 5, 200)]
  return {
    rule: 'from-to',
    figures: [whole(was), whole(was + more), whole(more)],
    say: ([old, fresh, change]) =>
      `Số ${unit} tăng từ ${old} ${unit} lên ${fresh} ${unit}, tăng ${change} ${unit}.`,
    holds: ([old = 0, fresh = 0, change = 0]) => fresh > old && close(fresh - old, change),
  }
}

const pointsLess: Make = ({ rates }, random) => {
  const [now, less] = [between(random, 5, 40) / 10, between(random, 3, 30) / 10]
  return {
    rule: 'from-to',
    figures: [tenth(now + less), tenth(now), tenth(less)],
    say: ([old, fresh, change]) =>
      `${pick(() => 0, rates)} giảm từ ${old}% năm 2015 xuống còn ${fresh}% năm 2020, giảm ${change} điểm %.`,
    holds: ([old = 0, fresh = 0, change = 0]) => fresh < old && close(old - fresh, change, 0.049),
  }
}

const yearsOfTerm: Make = ({ money }, random) => {
  const years = [2016, 2017, 2018, 2019, 2020].map(() => between(random, 90, 900))
  const name = pick(random, money)
  return {
    rule: 'years-and-total',
    figures: [whole(sum(years)), ...years.map(whole)],
    say: ([all, ...each]) =>
      `${name} cả giai đoạn 2016 - 2020 đạt ${all} tỷ đồng; ${each.map((one, at) => `năm ${2016 + at} đạt ${one} tỷ đồng`).join(', ')}.`,
    holds: ([all = 0, ...each]) => close(all, sum(each)),
  }
}

const risingYears: Make = ({ money }, random) => {
  const first = between(random, 90, 300)
  const years = [0, 1, 2, 3].map(at => first + at * 60 + between(random, 1, 50))
  const name = pick(random, money)
  return {
    rule: 'trend-claim',
    figures: years.map(whole),
    say: each =>
      `${name} năm sau cao hơn năm trước: ${each.map((one, at) => `năm ${2017 + at} đạt ${one} tỷ đồng`).join(', ')}.`,
    holds: each => each.every((value, at) => at === 0 || value > (each[at - 1] ?? 0)),
  }
}

const overTarget: Make = ({ money }, random) => {
  const target = between(random, 200, 900)
  const name = pick(random, money)
  return {
    rule: 'target-claim',
    figures: [whole(target + between(random, 5, 90)), whole(target)],
    say: ([result, aim]) => `${name} đạt ${result} tỷ đồng, vượt mục tiêu ${aim} tỷ đồng.`,
    holds: ([result = 0, aim = 0]) => result > aim,
  }
}

const makers: readonly Make[] = [
  partsInBrackets,
  partsNamed,
  sharesOfAll,
  shareDone,
  shareOfNamed,
  growth,
  difference,
  pointsLess,
  yearsOfTerm,
  risingYears,
  overTarget,
]

/** Statements of one invented report, every kind of agreement `times` times. */
export const statementsOf = (subject: SubjectName, random: () => number, times: number): Statement[] =>
  makers.flatMap(make => Array.from({ length: times }, () => make(vocabulary[subject], random)))

export const sayTrue = ({ figures, say }: Statement): string => say(figures.map(written))

const written = ({ value, places }: Stated): string => formatNumber(value, places)

/** The same sentence with one digit of one figure changed so that it is no longer true; null where no digit does it. */
export function sayFalse({ figures, say, holds }: Statement, random: () => number): string | null {
  for (let attempt = 0; attempt < 40; attempt++) {
    const at = between(random, 0, figures.length - 1)
    const changed = withOtherDigit(figures[at] ?? { value: 0, places: 0 }, random)
    const all = figures.map((figure, index) => (index === at ? changed : figure))
    if (!holds(all.map(({ value }) => value))) return say(all.map(written))
  }
  return null
}

function withOtherDigit({ value, places }: Stated, random: () => number): Stated {
  const digits = String(Math.round(value * 10 ** places))
  const at = between(random, 0, digits.length - 1)
  const digit = String((Number(digits[at]) + between(random, 1, 9)) % 10)
  return { value: Number(digits.slice(0, at) + digit + digits.slice(at + 1)) / 10 ** places, places }
}
