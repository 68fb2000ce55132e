import {
  BuilderElement,
  DeletedTextRun,
  FileChild,
  InsertedTextRun,
  TextRun,
  XmlAttributeComponent,
  type IParagraphOptions,
  type IRunOptions,
  type XmlComponent,
} from 'docx'
import type { Hand, RedlineChange } from '../../../../../shared/redline/redline-document'

/** What Word asks of every revision. */
interface RevisionAttributes extends Record<string, string | number> {
  readonly id: number
  readonly author: string
  readonly date: string
}

type RevisionName = 'w:ins' | 'w:del' | 'w:moveFrom' | 'w:moveTo'

const names: Record<RedlineChange['kind'], RevisionName> = {
  added: 'w:ins',
  removed: 'w:del',
  'moved-here': 'w:moveTo',
  'moved-away': 'w:moveFrom',
}

/** Gives every revision of a file a number of its own, whatever part of the file it is in. */
export class Revisions {
  private last = 0

  by({ author, date }: Hand): RevisionAttributes {
    return { id: ++this.last, author, date }
  }

  /** A run as the change made it. */
  run(options: IRunOptions, change: RedlineChange | null): XmlComponent {
    if (!change) return new TextRun(options)
    const revision = this.by(change.hand)
    if (change.kind === 'added') return new InsertedTextRun({ ...options, ...revision })
    if (change.kind === 'removed') return new DeletedTextRun({ ...options, ...revision })
    return revisionElement(names[change.kind], revision, [new TextRun(options)])
  }

  /** The mark of a paragraph's end. A move is written as coming or going first: `MovedParagraph` names it. */
  end(change: RedlineChange | null): Pick<IParagraphOptions, 'run'> {
    if (!change) return {}
    const revision = this.by(change.hand)
    return {
      run:
        change.kind === 'added' || change.kind === 'moved-here'
          ? { insertion: revision }
          : { deletion: revision },
    }
  }

  /** The mark of a row. Word knows no moved rows. */
  row(change: RedlineChange | null) {
    if (!change) return {}
    const revision = this.by(change.hand)
    return change.kind === 'added' || change.kind === 'moved-here'
      ? { insertion: revision }
      : { deletion: revision }
  }

  /** The two ends of the range that a move covers. Both ends of a move are found by their common name. */
  range(change: RedlineChange & { readonly move: number }): { start: FileChild; end: FileChild } {
    const name = names[change.kind]
    const { id, author, date } = this.by(change.hand)
    const moved = `Move${change.move}`
    return {
      start: new RangeMark(`${name}RangeStart`, { id, name: moved, author, date }),
      end: new RangeMark(`${name}RangeEnd`, { id }),
    }
  }
}

/** Word's name of a move's end, in place of that of what came or is gone. */
export const markNames = {
  'moved-here': ['w:ins', names['moved-here']],
  'moved-away': ['w:del', names['moved-away']],
} as const

const revisionElement = (name: string, revision: RevisionAttributes, children: readonly XmlComponent[]) =>
  new BuilderElement<RevisionAttributes>({
    name,
    attributes: {
      id: { key: 'w:id', value: revision.id },
      author: { key: 'w:author', value: revision.author },
      date: { key: 'w:date', value: revision.date },
    },
    children,
  })

class RangeAttributes extends XmlAttributeComponent<{
  id: number
  name?: string
  author?: string
  date?: string
}> {
  protected override readonly xmlKeys = { id: 'w:id', name: 'w:name', author: 'w:author', date: 'w:date' }
}

class RangeMark extends FileChild {
  constructor(name: string, attributes: { id: number; name?: string; author?: string; date?: string }) {
    super(name)
    this.root.push(new RangeAttributes(attributes))
  }
}
