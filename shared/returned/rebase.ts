import { Fragment, type Node } from 'prosemirror-model'
import { align, type Group } from '../compare/align'
import { blocksOfContent, textOfNote, type Blocks } from '../compare/blocks-of-content'
import { pairNotes } from '../compare/note-differences'
import type { IndicatorTable } from '../indicators/indicator-row'
import { noteRefsIn } from '../numbering/number-notes'
import { newBlockId, type BlockId, type NoteId, type TableId } from '../report/ids'
import { blockIdOf, isIndicatorTable, isNoteRef, isOptions, noteIdOf, tableIdOf } from '../report/nodes'
import type { Report } from '../report/report'
import { schema } from '../report/schema'
import { plainTextOf, wordsOf } from '../report/text-blocks'
import type { Leftover } from './leftover'
import { inCapitals, printedBlocks, type PrintedBlocks } from './printed-blocks'
import { renamed, settleBlock } from './settle-block'
import { settleFields, settleIndicators, settleNote } from './settle-records'

/** What came back from Word, as an edited copy of what was sent: under its ids, with everything that Word has no place for. */
export interface Rebased {
  readonly report: Report
  /** Edits that the copy cannot show, since no proposal could say them. */
  readonly leftovers: readonly Leftover[]
}

/** Which block, note and row became which is told by their words alone: Word files bear no ids of ours. */
export function rebase(sent: Report, back: Report): Rebased {
  return new Rebasing(sent, back).done()
}

class Rebasing {
  private readonly was: Blocks
  private readonly now: Blocks
  private readonly sentPrinted: PrintedBlocks
  private readonly notes = new Map<NoteId, Node>()
  private readonly noteIds = new Map<NoteId, NoteId>()
  private readonly indicators = new Map<TableId, IndicatorTable>()
  private readonly leftovers: Leftover[] = []
  private readonly blocks: Node[] = []
  private near: BlockId | null = null

  constructor(
    private readonly sent: Report,
    private readonly back: Report,
  ) {
    this.sentPrinted = printedBlocks(sent)
    const shown = inCapitals(this.sentPrinted.blocks, sent.fields.profile)
    this.was = blocksOfContent({ ...sent, blocks: shown })
    this.now = blocksOfContent({ ...back, blocks: printedBlocks(back).blocks })
    for (const [id, body] of sent.notes) this.notes.set(id, body)
    for (const [id, table] of sent.indicators) this.indicators.set(id, table)
  }

  done(): Rebased {
    this.leftovers.push(...settleFields(this.sent.fields, this.back.fields))
    this.takeNotes()
    for (const group of align(this.was.items, this.now.items, { splits: true })) this.take(group)
    const text = schema.node('report', null, [schema.node('sheet', null, this.withOptions())])
    const { notes, indicators, leftovers } = this
    return { report: { ...this.sent, text, notes, indicators }, leftovers }
  }

  private takeNotes(): void {
    for (const { was, now } of pairNotes(this.was, this.now)) {
      if (was === undefined || now === undefined) continue
      this.noteIds.set(now, was)
      const [old, fresh] = [this.sent.notes.get(was), this.back.notes.get(now)]
      if (old && fresh) this.notes.set(was, settleNote(old, fresh))
    }
  }

  private take(group: Group): void {
    const was = group.was.flatMap(index => this.sentPrinted.blocks[index] ?? [])
    const now = group.now.flatMap(index => this.now.content.blocks[index] ?? [])
    const [old] = was
    const [fresh, ...rest] = now
    if (was.some(block => this.sentPrinted.wordings.has(blockIdOf(block)))) this.takeWording(was, now)
    else if (old && fresh) {
      this.near = blockIdOf(old)
      this.takePair(old, fresh)
      for (const block of rest) this.takeNew(block)
    } else if (old) this.takeGone(old)
    else if (fresh) this.takeNew(fresh)
  }

  private takePair(was: Node, now: Node): void {
    if (isIndicatorTable(was) && isIndicatorTable(now)) this.takeIndicators(was, now)
    const back = this.withNotes(this.withRepeated(was, now))
    const { block, leftovers } = settleBlock(was, back, this.sent.fields.profile)
    this.blocks.push(block)
    this.leftovers.push(...leftovers)
  }

  private takeIndicators(was: Node, now: Node): void {
    const [old, fresh] = [this.sent.indicators.get(tableIdOf(was)), this.back.indicators.get(tableIdOf(now))]
    if (!old || !fresh) return
    const { table, leftovers } = settleIndicators(old, fresh, blockIdOf(was))
    this.indicators.set(old.id, table)
    this.leftovers.push(...leftovers)
  }

  /**
   * A table of indicators that is not found may only have been damaged: no proposal takes away all of its records.
   * Empty lines are not read from Word files.
   */
  private takeGone(was: Node): void {
    if (was.isTextblock && plainTextOf(was).trim() === '') this.blocks.push(was)
    if (!isIndicatorTable(was)) return
    this.near = blockIdOf(was)
    this.blocks.push(was)
    this.tell('table-removed', this.sent.indicators.get(tableIdOf(was))?.title ?? '', '')
  }

  private takeNew(now: Node): void {
    if (isIndicatorTable(now)) {
      const table = this.back.indicators.get(tableIdOf(now))
      this.tell(
        'table-added',
        '',
        [table?.title, ...(table?.rows ?? []).map(({ name }) => name)].join('\n').trim(),
      )
    } else if (!now.isTextblock || wordsOf(now) !== '')
      this.blocks.push(renamed(this.withNotes(now), newBlockId()))
  }

  private takeWording(was: readonly Node[], now: readonly Node[]): void {
    const before = was.map(wordsOf).join('\n')
    const after = now.map(wordsOf).join('\n')
    const [first] = was
    this.near = first
      ? ((this.sentPrinted.wordings.get(blockIdOf(first)) ?? '') as string as BlockId)
      : this.near
    if (before.toLowerCase() !== after.toLowerCase()) this.tell('wording', before, after)
  }

  private tell(kind: Leftover['kind'], before: string, after: string): void {
    this.leftovers.push({ kind, near: this.near, before, after })
  }

  /** A second mark of one note is printed as its number. */
  private withRepeated(was: Node, now: Node): Node {
    const numbers = [...this.now.notes.keys()].map(id => this.noteIds.get(id))
    let block = now
    for (const id of was.isTextblock ? noteRefsIn(was) : []) {
      const isFirst = this.was.content.blocks[this.was.notes.get(id) ?? -1] === was
      const number = numbers.indexOf(id) + 1
      if (!isFirst && number > 0) block = withMarkOf(block, `${number}`, this.foreignId(id))
    }
    return block
  }

  private foreignId(id: NoteId): NoteId {
    return [...this.noteIds].find(([, sent]) => sent === id)?.[0] ?? id
  }

  /** With the marks of the notes that were sent; a note that is new has none, and is told. */
  private withNotes(block: Node): Node {
    for (const id of noteRefsIn(block))
      if (!this.noteIds.has(id)) this.tell('note-added', '', textOfNote(this.back.notes.get(id)))
    return this.renameNotes(block)
  }

  private renameNotes(node: Node): Node {
    if (node.isText || node.isLeaf) return node
    const children = node.children.flatMap((child): Node[] => {
      if (!isNoteRef(child)) return [this.renameNotes(child)]
      const id = this.noteIds.get(noteIdOf(child))
      return id === undefined ? [] : [schema.node('note_ref', { id })]
    })
    return node.copy(Fragment.fromArray(children))
  }

  /** Sets of wordings stay where they were: behind the block that stood before them. */
  private withOptions(): Node[] {
    const blocks = [...this.blocks]
    let before: BlockId | null = null
    this.sent.text.forEach(sheet => {
      sheet.forEach(block => {
        if (isOptions(block)) {
          const at = before === null ? -1 : blocks.findIndex(each => blockIdOf(each) === before)
          blocks.splice(at + 1, 0, block)
          before = blockIdOf(block)
        } else if (blocks.some(each => blockIdOf(each) === blockIdOf(block))) before = blockIdOf(block)
      })
    })
    return blocks
  }
}

/** The first raised number of that name becomes the mark of a note. */
function withMarkOf(block: Node, number: string, id: NoteId): Node {
  const raised = schema.mark('superscript')
  const at = block.children.findIndex(child => child.text === number && raised.isInSet(child.marks))
  return at < 0 ? block : block.copy(block.content.replaceChild(at, schema.node('note_ref', { id })))
}
