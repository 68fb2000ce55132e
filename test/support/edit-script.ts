import { Fragment, type Node } from 'prosemirror-model'
import type { Content } from '../../shared/compare/content'
import type { IndicatorTable } from '../../shared/indicators/indicator-row'
import { noteRefsIn } from '../../shared/numbering/number-notes'
import type { BlockId, NoteId, TableId } from '../../shared/report/ids'
import { levels } from '../../shared/report/levels'
import { blockIdOf, isHeading, levelOf, listOf } from '../../shared/report/nodes'
import { noteSchema, schema } from '../../shared/report/schema'
import { wordsOf } from '../../shared/report/text-blocks'
import { note } from './build-report'
import { randomFrom } from './random'

/** Edits made to a content, and what a comparison must say about each: "kind subject id". */
export interface Edited {
  readonly content: Content
  readonly told: readonly string[]
}

/**
 * Makes known edits at random places, never two at one. What is said of them is known without comparing.
 */
export function editAtRandom(content: Content, seed: number, count: number): Edited {
  const script = new EditScript(content, seed)
  for (let made = 0; made < count;) if (script.editSomething()) made++
  return { content: script.content, told: script.told }
}

/** Shorter blocks stand in a report more than once, and say little about where they came from. */
const fewestWords = 14

class EditScript {
  readonly told: string[] = []
  private readonly random: () => number
  private readonly touched = new Set<string>()
  private blocks: Node[]
  private readonly notes: Map<NoteId, Node>
  private readonly indicators: Map<TableId, IndicatorTable>
  private made = 0

  constructor(
    private readonly before: Content,
    private readonly seed: number,
  ) {
    this.random = randomFrom(seed)
    this.blocks = [...before.blocks]
    this.notes = new Map(before.notes)
    this.indicators = new Map(before.indicators)
  }

  get content(): Content {
    const { blocks, notes, indicators } = this
    return { ...this.before, blocks, notes, indicators }
  }

  private readonly edits = [
    () => this.changeWord(),
    () => this.changeWord(),
    () => this.changeFigure(),
    () => this.addBlock(),
    () => this.removeBlock(),
    () => this.moveBlock(),
    () => this.changeLevel(),
    () => this.splitBlock(),
    () => this.joinBlocks(),
    () => this.embolden(),
    () => this.changeList(),
    () => this.changeNote(),
    () => this.addNote(),
    () => this.changeCell(),
    () => this.addRow(),
  ]

  editSomething(): boolean {
    return this.edits[this.upTo(this.edits.length)]?.() ?? false
  }

  private upTo(count: number): number {
    return Math.floor(this.random() * count)
  }

  /** A word that stands nowhere else. */
  private newWord(): string {
    return `từ${this.seed}x${String.fromCharCode(97 + (this.made % 26))}${'z'.repeat(++this.made / 26)}`
  }

  private newWords(count: number): string {
    return Array.from({ length: count }, () => this.newWord()).join(' ')
  }

  /** The place of a long paragraph that nothing was done to, nor to its neighbours. */
  private somewhere(): number | undefined {
    const at = this.upTo(this.blocks.length)
    const near = [at - 1, at, at + 1].map(index => this.blocks[index])
    if (near.some(block => block && this.touched.has(blockIdOf(block)))) return undefined
    const block = this.blocks[at]
    if (!block || block.type.name !== 'paragraph' || wordsOf(block).split(' ').length < fewestWords)
      return undefined
    for (const each of near) if (each) this.touched.add(blockIdOf(each))
    return at
  }

  private tell(kind: string, id: string, subject = 'block'): true {
    this.told.push(`${kind} ${subject} ${id}`)
    return true
  }

  private edit(kind: string, change: (block: Node) => Node): boolean {
    const at = this.somewhere()
    const block = at === undefined ? undefined : this.blocks[at]
    if (at === undefined || !block) return false
    this.blocks[at] = change(block)
    return this.tell(kind, blockIdOf(block))
  }

  private changeWord(): boolean {
    return this.edit('words', block => replaceWord(block, this.upTo(10), this.newWord()))
  }

  private changeFigure(): boolean {
    return this.edit('words', block => replaceWord(block, this.upTo(10), `${9_000_000 + this.made++}`))
  }

  private addBlock(): boolean {
    const at = this.somewhere()
    if (at === undefined) return false
    const id = `new${this.seed}_${this.made++}`
    const block = schema.node('paragraph', { id }, [schema.text(this.newWords(20))])
    this.touched.add(id)
    this.blocks.splice(at, 0, block)
    return this.tell('added', id)
  }

  private removeBlock(): boolean {
    const at = this.somewhere()
    const block = at === undefined ? undefined : this.blocks[at]
    if (at === undefined || !block || noteRefsIn(block).length > 0) return false
    this.blocks.splice(at, 1)
    return this.tell('removed', blockIdOf(block))
  }

  private moveBlock(): boolean {
    const from = this.somewhere()
    const to = this.somewhere()
    const block = from === undefined ? undefined : this.blocks[from]
    // Nearby the text in between is what moved, as far as anybody can tell.
    if (from === undefined || to === undefined || !block || Math.abs(to - from) < 10) return false
    this.blocks.splice(from, 1)
    this.blocks.splice(to > from ? to - 1 : to, 0, block)
    return this.tell('moved', blockIdOf(block))
  }

  /** Of a section that holds no other, so that it changes alone. */
  private changeLevel(): boolean {
    const at = this.upTo(this.blocks.length)
    const heading = this.blocks[at]
    if (!heading || !isHeading(heading) || this.touched.has(blockIdOf(heading))) return false
    const depth = levels.indexOf(levelOf(heading))
    const by = depth === levels.length - 1 ? -1 : 1
    this.touched.add(blockIdOf(heading))
    // A neighbour that changes alike would be told with it where it becomes part of its section.
    if (by > 0 && depth > 0 && this.told.some(line => line.startsWith('demoted'))) return false
    const level = levels[depth + by]
    this.blocks[at] = schema.node('heading', { ...heading.attrs, level }, heading.content)
    return this.tell(by < 0 ? 'promoted' : 'demoted', blockIdOf(heading))
  }

  private splitBlock(): boolean {
    const at = this.somewhere()
    const block = at === undefined ? undefined : this.blocks[at]
    if (at === undefined || !block) return false
    const cut = spacesIn(block)[6] ?? 0
    const id = `half${this.seed}_${this.made++}`
    this.touched.add(id)
    const second = block.type.create({ ...block.attrs, id }, block.content.cut(cut + 1))
    this.blocks.splice(at, 1, block.copy(block.content.cut(0, cut)), second)
    return this.tell('split', blockIdOf(block))
  }

  private joinBlocks(): boolean {
    const at = this.somewhere()
    const block = at === undefined ? undefined : this.blocks[at]
    const next = at === undefined ? undefined : this.blocks[at + 1]
    if (at === undefined || !block || next?.type.name !== 'paragraph' || wordsOf(next).length < 20)
      return false
    const joined = block.content.append(Fragment.from(schema.text(' '))).append(next.content)
    this.blocks.splice(at, 2, block.copy(joined))
    return this.tell('joined', blockIdOf(block))
  }

  private embolden(): boolean {
    return this.edit('marks', block => {
      const [, from = 0, , to = 0] = spacesIn(block)
      const [before, bold, behind] = [
        block.content.cut(0, from + 1),
        block.content.cut(from + 1, to),
        block.content.cut(to),
      ]
      const set = bold.content.map(node => node.mark(schema.mark('superscript').addToSet(node.marks)))
      return block.copy(before.append(Fragment.from(set)).append(behind))
    })
  }

  private changeList(): boolean {
    return this.edit('form', block =>
      block.type.create(
        { ...block.attrs, list: listOf(block) === 'bullet' ? 'none' : 'bullet' },
        block.content,
      ),
    )
  }

  private changeNote(): boolean {
    const ids = [...new Set(this.before.blocks.flatMap(noteRefsIn))]
    const id = ids[this.upTo(ids.length)]
    const body = id && this.notes.get(id)
    const words = body?.textContent ?? ''
    if (!id || this.touched.has(id) || words.split(' ').length < 4) return false
    this.touched.add(id)
    this.notes.set(id, note(`${words} ${this.newWord()}`))
    return this.tell('words', id, 'note')
  }

  private addNote(): boolean {
    const at = this.somewhere()
    const block = at === undefined ? undefined : this.blocks[at]
    if (at === undefined || !block) return false
    const id = `note${this.seed}_${this.made++}` as NoteId
    this.notes.set(
      id,
      noteSchema.node('note', null, [
        noteSchema.node('paragraph', null, [noteSchema.text(this.newWords(8))]),
      ]),
    )
    this.blocks[at] = block.copy(block.content.append(Fragment.from(schema.node('note_ref', { id }))))
    return this.tell('added', id, 'note')
  }

  private changeCell(): boolean {
    const table = [...this.indicators.values()][0]
    const row = table?.rows[this.upTo(table.rows.length)]
    if (!table || !row || this.touched.has(row.id) || row.kind === 'group') return false
    this.touched.add(row.id)
    const rows = table.rows.map(each => (each === row ? { ...row, result: `${70_000 + this.made++}` } : each))
    this.indicators.set(table.id, { ...table, rows })
    return this.tell('words', `${row.id} result`, 'cell')
  }

  private addRow(): boolean {
    const table = [...this.indicators.values()][0]
    const first = table?.rows.find(({ kind }) => kind === 'indicator')
    if (!table || !first) return false
    const id = `row${this.seed}_${this.made++}` as typeof first.id
    this.touched.add(id)
    const rows = [...table.rows]
    rows.splice(this.upTo(rows.length), 0, { ...first, id, name: this.newWords(5), unit: this.newWord() })
    this.indicators.set(table.id, { ...table, rows })
    return this.tell('added', id, 'cell')
  }
}

const spacesIn = (block: Node): number[] => {
  const spaces: number[] = []
  block.forEach((child, offset) => {
    for (const { index } of (child.text ?? '').matchAll(/ /gu)) spaces.push(offset + index)
  })
  return spaces
}

/** The word behind the given space. */
function replaceWord(block: Node, word: number, by: string): Node {
  const spaces = spacesIn(block)
  const [from, to] = [(spaces[word] ?? 0) + 1, spaces[word + 1] ?? block.content.size]
  const marks = block.content.cut(from, to).firstChild?.marks ?? []
  return block.copy(
    block.content
      .cut(0, from)
      .append(Fragment.from(schema.text(by, marks)))
      .append(block.content.cut(to)),
  )
}

/** The same content as if it had come back from Word: nothing bears the id that it had. */
export function withoutIds(content: Content, blocks: (id: BlockId) => string): Content {
  const rename = (node: Node): Node => {
    if (node.isText) return node
    const { id } = node.attrs as { id?: string }
    const attrs =
      id && node.type.name !== 'note_ref' ? { ...node.attrs, id: blocks(id as BlockId) } : node.attrs
    return node.type.create(attrs, Fragment.from(node.children.map(rename)), node.marks)
  }
  return { ...content, blocks: content.blocks.map(block => (block.isTextblock ? rename(block) : block)) }
}
