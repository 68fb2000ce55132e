import type { Node } from 'prosemirror-model'
import type { Content } from '../../../shared/compare/content'
import type { IndicatorTable } from '../../../shared/indicators/indicator-row'
import type { Options } from '../../../shared/options/options'
import type { Fields } from '../../../shared/report/fields'
import type { NoteId, OptionsId, TableId } from '../../../shared/report/ids'
import { blockIdOf } from '../../../shared/report/nodes'
import { wordsOf } from '../../../shared/report/text-blocks'
import { randomFrom } from '../random'

/** Shorter paragraphs stand in a report more than once, and say little about where they came from. */
const fewestWords = 14

/**
 * A content while known edits are made to it, never two at one place, with what a comparison must tell about each:
 * "kind class subject id".
 */
export class EditedText {
  readonly told: string[] = []
  blocks: Node[]
  readonly notes: Map<NoteId, Node>
  readonly indicators: Map<TableId, IndicatorTable>
  readonly options: Map<OptionsId, Options>
  fields: Fields | undefined
  /** Ids of what was edited. */
  private readonly edited = new Set<string>()
  /** Ids of blocks beside which nothing more may come, go or move: a reader could not tell one from the other. */
  private readonly settled = new Set<string>()
  private readonly random: () => number
  private made = 0

  constructor(
    readonly before: Content,
    private readonly seed: number,
  ) {
    this.random = randomFrom(seed)
    this.blocks = [...before.blocks]
    this.notes = new Map(before.notes)
    this.indicators = new Map(before.indicators)
    this.options = new Map(before.options)
    this.fields = before.fields
  }

  get content(): Content {
    const { blocks, notes, indicators, options, fields } = this
    return { blocks, notes, indicators, options, ...(fields ? { fields } : {}) }
  }

  upTo(count: number): number {
    return Math.floor(this.random() * count)
  }

  oneOf<T>(of: readonly T[]): T | undefined {
    return of[this.upTo(of.length)]
  }

  newId(): string {
    return `new${this.seed}x${++this.made}`
  }

  /** A word without figures that stands nowhere else. */
  newWord(): string {
    let rest = ++this.made
    let word = ''
    for (; rest > 0; rest = Math.floor(rest / 20)) word += 'bcdghklmnpqrstvxybcd'[rest % 20] ?? ''
    return `ơ${word}`
  }

  newFigure(): string {
    return `${9_000_000 + this.seed * 1000 + ++this.made}`
  }

  newWords(count: number): string {
    return Array.from({ length: count }, () => this.newWord()).join(' ')
  }

  tell(line: string): true {
    this.told.push(line)
    return true
  }

  /** Takes a thing for an edit; false where it was edited before. */
  take(...ids: readonly string[]): boolean {
    if (ids.some(id => this.edited.has(id))) return false
    for (const id of ids) this.edited.add(id)
    return true
  }

  isTaken(id: string): boolean {
    return this.edited.has(id)
  }

  /** Takes the blocks from a place on for coming, going or moving, with a neighbour on either side. */
  settle(from: number, to = from + 1): boolean {
    const around = this.blocks.slice(Math.max(0, from - 1), to + 1).map(blockIdOf)
    if (around.some(id => this.settled.has(id))) return false
    for (const id of around) this.settled.add(id)
    return true
  }

  isSettled(at: number): boolean {
    const block = this.blocks[at]
    return !block || this.settled.has(blockIdOf(block))
  }

  /** The place of a long paragraph that was not edited. */
  somewhere(): number | undefined {
    const at = this.upTo(this.blocks.length)
    const block = this.blocks[at]
    if (block?.type.name !== 'paragraph' || this.isTaken(blockIdOf(block))) return undefined
    return wordsOf(block).split(' ').length < fewestWords ? undefined : at
  }
}
