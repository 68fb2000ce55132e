import { ContentFormat, XmlText, type Item, type Transaction, type XmlElement } from 'yjs'
import { attributesOf, elementOf, lettersOf, listOf, typeOf, wasThere } from './items'

interface Inline {
  readonly type: string
  readonly [name: string]: unknown
}

/** A run of letters, or one thing in the line (a break, a note's mark). */
interface Run {
  readonly client: number
  readonly clock: number
  /** As many as the run has clocks; a thing in the line has none. */
  readonly letters: string
  readonly node: Inline | null
  readonly marks: readonly Inline[]
}

/** What a heading or paragraph said when it was deleted, and what its authors went on typing without knowing. */
export class Wording {
  private constructor(private runs: readonly Run[]) {}

  /** A heading or paragraph as it was before the transaction. */
  static before(block: XmlElement, transaction: Transaction): Wording {
    return Wording.of(block, item => wasThere(item, transaction))
  }

  /** A heading or paragraph as it is. */
  static now(block: XmlElement): Wording {
    return Wording.of(block, item => !item.deleted)
  }

  private static of(block: XmlElement, isThere: (item: Item) => boolean): Wording {
    const runs = [...listOf(block)].flatMap(item => {
      if (!isThere(item)) return []
      const type = typeOf(item)
      if (type instanceof XmlText) return runsOf(type, isThere)
      const element = elementOf(item)
      return element ? [thing(item, element)] : []
    })
    return new Wording(runs)
  }

  static readonly empty = (): Wording => new Wording([])

  /** Puts letters behind the one with this id; first where there is none. */
  insert(
    behind: { client: number; clock: number } | null,
    run: { client: number; clock: number; letters: string },
  ): void {
    const at = behind ? this.runs.findIndex(known => holds(known, behind)) : -1
    const before = this.runs[at]
    const added: Run = { ...run, node: null, marks: before?.marks ?? [] }
    if (!before || !behind || before.node) this.runs = this.runs.toSpliced(at + 1, 0, added)
    else {
      const cut = behind.clock - before.clock + 1
      const rest = { ...before, clock: before.clock + cut, letters: before.letters.slice(cut) }
      const first = { ...before, letters: before.letters.slice(0, cut) }
      this.runs = this.runs.toSpliced(at, 1, first, added, ...(rest.letters ? [rest] : []))
    }
  }

  get text(): string {
    return this.runs.map(({ letters, node }) => (node?.type === 'hard_break' ? '\n' : letters)).join('')
  }

  /** The content as ProseMirror writes it. */
  get content(): readonly Inline[] {
    return this.runs.flatMap(({ letters, node, marks }): Inline[] => {
      if (node) return [node]
      return letters ? [{ type: 'text', text: letters, ...(marks.length > 0 ? { marks } : {}) }] : []
    })
  }

  /** Where a letter stands in `text`; -1 where it does not. */
  placeOf(id: { client: number; clock: number }): number {
    let at = 0
    for (const run of this.runs) {
      if (holds(run, id)) return at + (id.clock - run.clock)
      at += run.node ? (run.node.type === 'hard_break' ? 1 : 0) : run.letters.length
    }
    return -1
  }
}

const holds = ({ client, clock, letters }: Run, id: { client: number; clock: number }): boolean =>
  client === id.client && id.clock >= clock && id.clock < clock + Math.max(1, letters.length)

function runsOf(text: XmlText, isThere: (item: Item) => boolean): Run[] {
  const marks = new Map<string, unknown>()
  return [...listOf(text)].flatMap((item): Run[] => {
    if (!isThere(item)) return []
    const { content } = item
    if (content instanceof ContentFormat) {
      if ((content.value as unknown) === null) marks.delete(content.key)
      else marks.set(content.key, content.value)
    }
    const letters = lettersOf(item)
    const { client, clock } = item.id
    return letters ? [{ client, clock, letters, node: null, marks: marksOf(marks) }] : []
  })
}

const marksOf = (marks: ReadonlyMap<string, unknown>): Inline[] =>
  [...marks].map(([type, attrs]) => ({ type, ...(isEmpty(attrs) ? {} : { attrs }) }))

const isEmpty = (attrs: unknown): boolean =>
  typeof attrs !== 'object' || attrs === null || Object.keys(attrs).length === 0

function thing({ id }: Item, element: XmlElement): Run {
  const attrs = attributesOf(element)
  const node = { type: element.nodeName, ...(isEmpty(attrs) ? {} : { attrs }) }
  return { client: id.client, clock: id.clock, letters: '', node, marks: [] }
}
