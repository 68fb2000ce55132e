import type { Document, FileChild, ILevelsOptions, Paragraph } from 'docx'
import type {
  RedlineBlock,
  RedlineChange,
  RedlineDocument,
  RedlineParagraph,
} from '../../../../../shared/redline/redline-document'
import { borderlessTable, cornerOptions, hairline, textWidthOf } from '../front'
import { addNote } from '../note-part'
import { numbering } from '../numbering'
import { ownNumber } from '../paragraphs'
import { noteStyle } from '../style-ids'
import { gap } from '../tables'
import { packed, wordDocument } from '../write-docx'
import { keepEnds } from './kept-ends'
import { partEnds } from './parted-ends'
import { Revisions } from './revisions'
import { trackNumbers, type TrackedNumbers } from './tracked-numbers'
import { inStyle, inText, trackedParagraph, type TrackedContext } from './tracked-paragraphs'
import { trackedIndicators, trackedTable } from './tracked-tables'

/**
 * A Word file in which one text is the other with tracked changes: accepting all gives the new one, rejecting all the old
 * one. The same redline gives the same bytes.
 */
export async function writeRedlineDocx(redline: RedlineDocument): Promise<Uint8Array> {
  const { profile } = redline
  const blocks = partEnds(keepEnds(redline.blocks))
  const context: TrackedContext = { profile, revisions: new Revisions(), links: { count: 0 }, notes: [] }
  const numbers = trackNumbers(blocks)
  const children = [
    ...trackedFront(redline, context),
    ...trackedBlocks(blocks, numbers, context),
    ...trackedSignature(redline, context),
  ]
  const lists = numbering({ profile, blocks: numbers.headings }, numbers.lists)
  const document = wordDocument(profile, lists, children)
  countAsDefined(document)
  // A note may cite no other, so the list does not grow meanwhile.
  for (const [index, { paragraphs }] of context.notes.entries())
    addNote(
      document,
      index + 1,
      paragraphs.map((paragraph, at) =>
        trackedParagraph(paragraph, context, {
          setting: inStyle(noteStyle),
          ...(at === 0 ? { lead: ownNumber(profile) } : {}),
        }),
      ),
    )
  return packed(document, redline)
}

/**
 * Every list has a definition of its own, which says where it begins. The library says it once more where the list is
 * used; LibreOffice then counts a paragraph that is taken back into the list apart from the others.
 */
function countAsDefined(document: Document): void {
  for (const levels of document.Numbering.ReferenceConfig as readonly ILevelsOptions[][]) levels.length = 0
}

function trackedFront({ header, title, profile }: RedlineDocument, context: TrackedContext): FileChild[] {
  const { leftWidth, rightWidth } = profile.header
  const corner = header.circulation.map(line =>
    trackedParagraph(line, context, { setting: () => cornerOptions(longest(header.circulation), profile) }),
  )
  const rows = header.rows.map(({ left, right }) => [
    lines(left, leftWidth, context),
    lines(right, rightWidth, context),
  ])
  return [
    ...corner,
    hairline(),
    borderlessTable(rows, [leftWidth, rightWidth]),
    ...lines(title, textWidthOf(profile), context),
  ]
}

const lines = (
  paragraphs: readonly RedlineParagraph[],
  width: number,
  context: TrackedContext,
): Paragraph[] =>
  partEnds(paragraphs).map(paragraph => trackedParagraph(paragraph, context, { setting: inText(width) }))

/** All words that the frame holds while both texts are shown. */
const longest = (paragraphs: readonly RedlineParagraph[]): string =>
  paragraphs.flatMap(({ runs }) => runs.map(({ run }) => (run.kind === 'text' ? run.text : ' '))).join('')

function trackedSignature({ signature, profile }: RedlineDocument, context: TrackedContext): FileChild[] {
  if (!signature) return []
  const half = textWidthOf(profile) / 2
  const cells = [lines(signature.recipients, half, context), lines(signature.signer, half, context)]
  return [gap(), borderlessTable([cells], [half, half], context.revisions.row(signature.change)), gap()]
}

function trackedBlocks(
  blocks: readonly RedlineBlock[],
  numbers: TrackedNumbers,
  context: TrackedContext,
): FileChild[] {
  const children: FileChild[] = []
  const moves = new MoveRanges(context.revisions, children)
  const setting = inText(textWidthOf(context.profile))
  for (const block of blocks) {
    moves.upTo(block)
    if (block.kind === 'paragraph')
      children.push(trackedParagraph(block, context, { setting, number: numbers.of.get(block) }))
    else if (block.kind === 'table') children.push(gap(), trackedTable(block, context))
    else children.push(...trackedIndicators(block, context))
  }
  moves.close()
  // A file may not end with a table.
  return blocks.at(-1)?.kind === 'paragraph' ? children : [...children, gap()]
}

/** Puts the marks of a move around the paragraphs that moved together. */
class MoveRanges {
  private open: { readonly name: string; readonly end: FileChild } | null = null
  private readonly told = new Set<string>()

  constructor(
    private readonly revisions: Revisions,
    private readonly into: FileChild[],
  ) {}

  upTo(block: RedlineBlock): void {
    const change = block.kind === 'paragraph' ? moveOf(block) : null
    const name = change && `${change.kind} ${change.move}`
    if (name === this.open?.name) return
    this.close()
    // A move has one place at either end: what something else parted from it is marked, but lies in no range.
    if (!change || !name || this.told.has(name)) return
    this.told.add(name)
    const { start, end } = this.revisions.range(change)
    this.into.push(start)
    this.open = { name, end }
  }

  close(): void {
    if (this.open) this.into.push(this.open.end)
    this.open = null
  }
}

/** The last of what moved may keep its end: then its words tell. */
const moveOf = ({ runs, end }: RedlineParagraph) =>
  [end, ...runs.map(({ change }) => change)].find(isMove) ?? null

type Move = RedlineChange & { readonly move: number }

const isMove = (change: RedlineChange | null): change is Move => change !== null && 'move' in change
