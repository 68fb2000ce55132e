import { Fragment, type Node } from 'prosemirror-model'
import type { IndicatorTable } from '../../shared/indicators/indicator-row'
import { rankOf } from '../../shared/compare/block-differences'
import type { BlockId, RowId, TableId } from '../../shared/report/ids'
import { blockIdOf, blocksOf, isHeading, isParagraph } from '../../shared/report/nodes'
import type { Report } from '../../shared/report/report'
import { schema } from '../../shared/report/schema'

/**
 * A report as its next draft might be: figures, sentences, a section elsewhere, one a level up, a paragraph split and two
 * joined, words in bold, a list, notes, rows and cells of indicators, the date, the wording decided on. Needs a long one.
 */
export function revisedReport(report: Report): Report {
  const blocks = blocksOf(report.text)
  const revision = new Revision(blocks)
  revision.revise()
  const [notes, indicators] = [revisedNotes(report), revisedIndicators(report)]
  const options = new Map(
    [...report.options].map(([id, each]) => [id, { ...each, chosen: each.wordings[0]?.id ?? '' }] as const),
  )
  const text = schema.nodes['report'].create(
    null,
    schema.nodes['sheet'].create(null, Fragment.from(revision.blocks)),
  )
  return { ...report, text, notes, indicators, options, fields: { ...report.fields, draftNumber: '3' } }
}

class Revision {
  blocks: Node[]
  private at = 4

  constructor(blocks: readonly Node[]) {
    this.blocks = [...blocks]
  }

  revise(): void {
    for (const [index, block] of this.blocks.entries())
      if (isLong(block) && index % 9 === 2) this.blocks[index] = otherFigure(block)
    this.edit(block => [endedWith(block, ' Kết quả này đã được các ngành thống nhất.')])
    this.edit(block => [withoutLastSentence(block)])
    this.edit(block => splitInTwo(block))
    this.edit(block => [inBold(block)])
    this.edit(block => [listed(block)])
    this.edit(block => [
      block,
      added('Bổ sung đánh giá về kết quả phối hợp giữa các cấp, các ngành trong nhiệm kỳ.'),
    ])
    this.edit(() => [])
    this.joinTwo()
    this.swapSections()
    this.promoteOne()
  }

  /** The next long paragraph, a few further on, becomes other blocks. */
  private edit(become: (block: Node) => readonly Node[]): void {
    const index = this.blocks.findIndex((block, at) => at > this.at && at % 9 !== 2 && isLong(block))
    const block = this.blocks[index]
    if (!block) throw new Error('The report is too short to be revised')
    this.blocks.splice(index, 1, ...become(block))
    this.at = index + 6
  }

  private joinTwo(): void {
    const index = this.blocks.findIndex(
      (block, at) => at > this.at && isLong(block) && isLong(this.blocks[at + 1] ?? block),
    )
    const [one, other] = this.blocks.slice(index, index + 2)
    if (one && other)
      this.blocks.splice(
        index,
        2,
        one.copy(one.content.append(Fragment.from(schema.text(' '))).append(other.content)),
      )
    this.at = index + 4
  }

  /** Two neighbours of one level change places. */
  private swapSections(): void {
    const heads = this.blocks.flatMap((block, at) => (at > this.at && isHeading(block) ? [at] : []))
    const first = heads.findIndex((at, index) => this.rank(at) === 3 && this.rank(heads[index + 1]) === 3)
    const [from = 0, middle = 0, to = this.blocks.length] = heads.slice(first, first + 3)
    const [before, one, other] = [
      this.blocks.slice(0, from),
      this.blocks.slice(from, middle),
      this.blocks.slice(middle, to),
    ]
    this.blocks = [...before, ...other, ...one, ...this.blocks.slice(to)]
    this.at = to + 4
  }

  private promoteOne(): void {
    const index = this.blocks.findIndex(
      (block, at) => at > this.at && isHeading(block) && this.rank(at) === 3,
    )
    const block = this.blocks[index]
    if (block) this.blocks[index] = block.type.create({ ...block.attrs, level: 'roman' }, block.content)
  }

  private readonly rank = (at: number | undefined): number => {
    const block = at === undefined ? undefined : this.blocks[at]
    return block ? rankOf(block) : -1
  }
}

const isLong = (block: Node): boolean => isParagraph(block) && block.textContent.length > 160

const withContent = (block: Node, content: Fragment): Node => block.copy(content)

/** The first number is another one. */
function otherFigure(block: Node): Node {
  let isDone = false
  const children = block.content.content.map(child => {
    if (isDone || !child.isText) return child
    const text = (child.text ?? '').replace(/\d+(?:[.,]\d+)?/u, figure => {
      isDone = true
      return figure.replace(/\d$/u, digit => String((Number(digit) + 3) % 10))
    })
    return schema.text(text, child.marks)
  })
  return withContent(block, Fragment.from(children))
}

const endedWith = (block: Node, words: string): Node =>
  withContent(block, block.content.append(Fragment.from(schema.text(words))))

/** Where the last sentence of its last run begins. */
const lastSentence = (block: Node): number => {
  const at = block.textBetween(0, block.content.size, null, ' ').lastIndexOf('. ')
  return at < 20 ? Math.floor(block.content.size / 2) : at + 1
}

const withoutLastSentence = (block: Node): Node => block.cut(0, lastSentence(block))

function splitInTwo(block: Node): readonly Node[] {
  const at = lastSentence(block)
  const rest = block.cut(at + 1)
  return [block.cut(0, at), rest.type.create({ ...rest.attrs, id: `${blockIdOf(block)}-2` }, rest.content)]
}

function inBold(block: Node): Node {
  const [first, ...others] = block.content.content
  if (!first?.isText) return block
  const text = first.text ?? ''
  const end = text.indexOf(' ', 24)
  const bold = schema.text(text.slice(0, end), [schema.marks['strong']!.create()])
  return withContent(block, Fragment.from([bold, schema.text(text.slice(end), first.marks), ...others]))
}

const listed = (block: Node): Node => block.type.create({ ...block.attrs, list: 'bullet' }, block.content)

let made = 0
const added = (words: string): Node =>
  schema.nodes['paragraph'].create({ id: `added-${++made}` as BlockId }, schema.text(words))

const revisedNotes = ({ notes }: Report): Report['notes'] =>
  new Map(
    [...notes].map(([id, body], index) => {
      const first = body.firstChild
      if (index % 12 !== 3 || !first?.firstChild?.isText) return [id, body] as const
      const text = first.type.schema.text(`${first.textContent} Số liệu cập nhật đến cuối quý II.`)
      return [id, body.copy(Fragment.from(first.copy(Fragment.from(text))))] as const
    }),
  )

const revisedIndicators = ({ indicators }: Report): ReadonlyMap<TableId, IndicatorTable> =>
  new Map(
    [...indicators].map(([id, table]) => {
      const rows = table.rows.map((row, index) =>
        index % 6 === 2 && row.kind !== 'group'
          ? { ...row, result: row.result.replace(/\d(?=\D*$)/u, '7'), remark: 'Hoàn thành' }
          : row,
      )
      const [first] = rows.filter(({ kind }) => kind === 'indicator')
      const more = first && {
        ...first,
        id: `${id}-row` as RowId,
        name: 'Tỷ lệ dịch vụ công trực tuyến toàn trình',
        unit: '%',
        base: '12',
        target: '60',
        result: '64,5',
        remark: '',
      }
      return [id, { ...table, rows: more ? [...rows.slice(0, 9), more, ...rows.slice(9)] : rows }] as const
    }),
  )
