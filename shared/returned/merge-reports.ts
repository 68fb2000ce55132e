import { diffArrays } from 'diff'
import type { Node } from 'prosemirror-model'
import { compareContents } from '../compare/compare-contents'
import { contentOf } from '../compare/content'
import type { BlockId } from '../report/ids'
import { blockIdOf, blocksOf } from '../report/nodes'
import type { Report } from '../report/report'
import { schema } from '../report/schema'
import { wordsOf } from '../report/text-blocks'
import { mergeBlock } from './merge-block'
import { mergeRecords } from './merge-records'
import { Overlaps } from './overlaps'

export interface MergedReports {
  /** Today's report with every edit of those who sent it back; blocks bear today's ids. */
  readonly report: Report
  /** Where today's words are others than those that were sent, too. */
  readonly overlaps: Overlaps
  /** Edits that today has already. */
  readonly already: number
}

/** Puts what was edited from `sent` to `back` (one of its copies, see `rebase`) into today's report. */
export function mergeReports(sent: Report, back: Report, today: Report): MergedReports {
  return new Merging(sent, back, today).done()
}

class Merging {
  private readonly overlaps = new Overlaps()
  private already = 0
  /** Block that was sent → the one that it is today. */
  private readonly todayOf: ReadonlyMap<BlockId, Node>
  private readonly sentBlocks: readonly Node[]
  private readonly backBlocks: readonly Node[]
  private blocks: Node[]

  constructor(
    private readonly sent: Report,
    private readonly back: Report,
    private readonly today: Report,
  ) {
    this.sentBlocks = blocksOf(sent.text)
    this.backBlocks = blocksOf(back.text)
    this.todayOf = todayBlocks(sent, today)
    this.blocks = blocksOf(today.text)
  }

  done(): MergedReports {
    this.changeWithin()
    const moved = movedIds(this.sentBlocks, this.backBlocks)
    this.takeAway(moved)
    this.putIn(moved)
    const records = mergeRecords(this.sent, this.back, this.today, this.overlaps)
    const text = schema.node('report', null, [schema.node('sheet', null, this.blocks)])
    return {
      report: { ...this.today, text, ...records.changed },
      overlaps: this.overlaps,
      already: this.already + records.already,
    }
  }

  private changeWithin(): void {
    const was = new Map(this.sentBlocks.map(block => [blockIdOf(block), block]))
    for (const block of this.backBlocks) {
      const sent = was.get(blockIdOf(block))
      const today = this.todayOf.get(blockIdOf(block))
      if (!sent || !today || sent.eq(block)) continue
      const merged = mergeBlock({ sent, back: block, today }, this.overlaps)
      this.already += merged.already
      this.blocks[this.blocks.findIndex(each => blockIdOf(each) === blockIdOf(today))] = merged.block
    }
  }

  /** What is gone in the copy goes; what moved goes, and comes back in its new place. */
  private takeAway(moved: ReadonlySet<BlockId>): void {
    const kept = new Set(this.backBlocks.map(blockIdOf))
    for (const block of this.sentBlocks) {
      const id = blockIdOf(block)
      if (kept.has(id)) continue
      const today = this.todayOf.get(id)
      if (!today) {
        this.already++
        continue
      }
      if (!saysTheSame(block, today)) this.overlaps.block(blockIdOf(today))
      this.blocks = this.blocks.filter(each => blockIdOf(each) !== blockIdOf(today))
    }
    const todayMoved = movedIds(this.sentBlocks, this.inTodaysOrder())
    for (const id of moved) if (todayMoved.has(id)) this.overlaps.block(this.todayId(id))
  }

  private inTodaysOrder(): Node[] {
    const sentOf = new Map([...this.todayOf].map(([id, block]) => [blockIdOf(block), id]))
    const sent = new Map(this.sentBlocks.map(block => [blockIdOf(block), block]))
    return blocksOf(this.today.text).flatMap(
      block => sent.get(sentOf.get(blockIdOf(block)) ?? ('' as BlockId)) ?? [],
    )
  }

  private todayId(id: BlockId): BlockId {
    const today = this.todayOf.get(id)
    return today ? blockIdOf(today) : id
  }

  /** New blocks and moved ones behind what stands before them in the copy, as far as today has it. */
  private putIn(moved: ReadonlySet<BlockId>): void {
    const known = new Set(this.sentBlocks.map(blockIdOf))
    const fresh = this.freshWords()
    let before: BlockId | null = null
    for (const block of this.backBlocks) {
      const id = blockIdOf(block)
      const isNew = !known.has(id)
      const own = this.blocks.find(each => blockIdOf(each) === this.todayId(id))
      if (isNew && wordsOf(block) !== '' && fresh.has(wordsOf(block))) {
        this.already++
        continue
      }
      // Whoever took it out today did not see that it was moved or edited.
      if (!isNew && !own) {
        if (!this.todayOf.has(id) && this.isEdited(block)) this.bringBack(block, before)
        if (!this.isThere(id)) continue
      } else if (isNew) this.insert(block, before)
      else if (own && moved.has(id)) this.move(own, before)
      before = isNew ? id : this.todayId(id)
    }
  }

  private isThere(id: BlockId): boolean {
    return this.blocks.some(each => blockIdOf(each) === id)
  }

  private isEdited(block: Node): boolean {
    const sent = this.sentBlocks.find(each => blockIdOf(each) === blockIdOf(block))
    return sent !== undefined && !saysTheSame(sent, block)
  }

  private bringBack(block: Node, before: BlockId | null): void {
    this.overlaps.block(blockIdOf(block))
    this.insert(block, before)
  }

  private move(block: Node, before: BlockId | null): void {
    const at = this.blocks.indexOf(block)
    const stands = at > 0 ? this.blocks[at - 1] : undefined
    if ((stands ? blockIdOf(stands) : null) === before) {
      this.already++
      return
    }
    this.blocks.splice(at, 1)
    this.insert(block, before)
  }

  private insert(block: Node, before: BlockId | null): void {
    const at = before === null ? -1 : this.blocks.findIndex(each => blockIdOf(each) === before)
    this.blocks.splice(at + 1, 0, block)
  }

  /** The words of what today has and was not sent. */
  private freshWords(): ReadonlySet<string> {
    const sent = new Set([...this.todayOf.values()].map(blockIdOf))
    return new Set(
      blocksOf(this.today.text).flatMap(block => (sent.has(blockIdOf(block)) ? [] : [wordsOf(block)])),
    )
  }
}

const saysTheSame = (one: Node, other: Node): boolean =>
  one.type === other.type && (one.isTextblock ? wordsOf(one) === wordsOf(other) : one.eq(other))

/** By ids, and by words where a block was cut out and pasted. */
function todayBlocks(sent: Report, today: Report): ReadonlyMap<BlockId, Node> {
  const found = new Map<BlockId, Node>()
  for (const { was, now } of compareContents(contentOf(sent), contentOf(today)).flow) {
    const own = new Map(now.map(block => [blockIdOf(block), block]))
    const [first] = now
    for (const [index, block] of was.entries()) {
      const today = own.get(blockIdOf(block)) ?? (index === 0 ? first : undefined)
      if (today) found.set(blockIdOf(block), today)
    }
  }
  return found
}

/** Blocks of both that do not stand in the order of the others. */
function movedIds(was: readonly Node[], now: readonly Node[]): ReadonlySet<BlockId> {
  const inBoth = new Set(now.map(blockIdOf))
  const old = was.map(blockIdOf).filter(id => inBoth.has(id))
  const known = new Set(old)
  const fresh = now.map(blockIdOf).filter(id => known.has(id))
  return new Set(diffArrays(old, fresh).flatMap(({ removed, value }) => (removed ? value : [])))
}
