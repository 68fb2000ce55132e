import { Fragment, type Node } from 'prosemirror-model'
import { rowCells } from '../../shared/indicators/indicator-row'
import { levels } from '../../shared/report/levels'
import { blocksOf, isHeading } from '../../shared/report/nodes'
import { schema } from '../../shared/report/schema'
import type { Report } from '../../shared/report/report'

/* What one person may change in a copy of a report, block by block, so that several can be kept apart. */

const syllables = 'mới hơn rất nhanh bền vững cao nhất, 12,5% đồng bộ hiện đại'.split(' ')

interface Choosing {
  readonly random: () => number
  /** Whether this block, note or row is the person's to change; nobody else changes it then. */
  readonly isOwn: (id: string) => boolean
}

const one = <T>(of: readonly T[], random: () => number): T => of[Math.floor(random() * of.length)] as T

/** A copy of the report with changes of every kind that can be proposed, about `share` of what is one's own. */
export function editedCopy(report: Report, { random, isOwn }: Choosing, share = 0.4): Report {
  const isChosen = (id: string): boolean => isOwn(id) && random() < share
  return {
    ...report,
    text: report.text.copy(
      Fragment.fromArray(
        report.text.content.content.map(sheet =>
          sheet.copy(editBlocks(sheet.content.content, random, isChosen)),
        ),
      ),
    ),
    notes: new Map([...report.notes].map(([id, body]) => [id, isChosen(id) ? editNote(body, random) : body])),
    indicators: new Map(
      [...report.indicators].map(([id, table]) => [
        id,
        {
          ...table,
          rows: table.rows.map(row =>
            isChosen(row.id) ? { ...row, [one(rowCells, random)]: one(syllables, random) } : row,
          ),
        },
      ]),
    ),
    options: new Map(
      [...report.options].map(([id, options]) => [
        id,
        isChosen(id) ? { ...options, chosen: one(options.wordings, random).id } : options,
      ]),
    ),
  }
}

function editBlocks(
  blocks: readonly Node[],
  random: () => number,
  isChosen: (id: string) => boolean,
): Fragment {
  const edited: Node[] = []
  for (const block of blocks) {
    if (!isChosen(block.attrs['id'] as string)) edited.push(block)
    else edited.push(...editBlock(block, random))
  }
  return Fragment.fromArray(edited)
}

function editBlock(block: Node, random: () => number): Node[] {
  const kind = random()
  if (kind < 0.15) return []
  if (kind < 0.3) return [block, newParagraph(`${block.attrs['id'] as string}+`, random)]
  if (block.type.name === 'table') return [editCellsOf(block, random)]
  if (!block.isTextblock) return [block]
  if (kind < 0.45) return [relevelled(block, random)]
  return [editWords(block, random)]
}

function relevelled(block: Node, random: () => number): Node {
  const id: unknown = block.attrs['id']
  return random() < 0.7
    ? schema.node('heading', { id, level: one(levels, random) }, block.content)
    : schema.node('paragraph', isHeading(block) ? { id } : block.attrs, block.content)
}

const newParagraph = (id: string, random: () => number): Node =>
  schema.node('paragraph', { id }, [schema.text(`Đoạn ${one(syllables, random)} thêm vào.`)])

function editCellsOf(table: Node, random: () => number): Node {
  if (table.isTextblock) return random() < 0.5 ? editWords(table, random) : table
  return table.copy(Fragment.fromArray(table.content.content.map(child => editCellsOf(child, random))))
}

/** Replaces, adds or takes away syllables, sometimes in bold, at one to three places. */
export function editWords(block: Node, random: () => number): Node {
  let edited = block
  for (let times = 1 + Math.floor(random() * 3); times > 0; times--) edited = editOnce(edited, random)
  return edited
}

function editOnce(block: Node, random: () => number): Node {
  const text = block.textContent
  const borders = [...text.matchAll(/\s/gu)].map(({ index }) => index)
  if (borders.length < 3 || text.length !== block.content.size) return block
  const first = Math.floor(random() * (borders.length - 2))
  const from = borders[first] ?? 0
  const to = random() < 0.5 ? from : (borders[first + 1 + Math.floor(random() * 2)] ?? from)
  const { schema: own } = block.type
  const marks = random() < 0.2 ? [own.mark('strong')] : []
  const words = to > from && random() < 0.5 ? [] : [own.text(` ${one(syllables, random)}`, marks)]
  return block.copy(
    block.content.cut(0, from).append(Fragment.fromArray(words)).append(block.content.cut(to)),
  )
}

function editNote(body: Node, random: () => number): Node {
  const kind = random()
  if (kind < 0.2) return body.copy(body.content.append(Fragment.from(body.child(0))))
  return body.copy(Fragment.fromArray(body.content.content.map(each => editWords(each, random))))
}

/** What of a report a proposal may be about, to be compared; sheets carry no meaning. */
export const proposed = ({ text, notes, indicators, options }: Omit<Report, 'fields'>): unknown => ({
  blocks: blocksOf(text).map(block => block.toJSON() as unknown),
  notes: [...notes].map(([id, body]) => [id, body.toJSON() as unknown]),
  indicators: [...indicators],
  options: [...options].map(([id, { chosen }]) => [id, chosen]),
})
