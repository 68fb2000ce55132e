import {
  BuilderElement,
  ConcreteHyperlink,
  Tab,
  TextRun,
  type XmlComponent,
  type IContext,
  type IRunOptions,
  type IXmlableObject,
  type ParagraphChild,
} from 'docx'
import type { PrintNote, PrintRun } from '../../../../shared/print/print-document'
import { noteMarkStyle } from './style-ids'

/** What runs leave behind for other parts of the file. */
export interface RunContext {
  /** Notes in the order of their references. */
  readonly notes: PrintNote[]
  readonly links: { count: number }
}

interface RunLook {
  readonly bold?: boolean
  readonly allCaps?: boolean
}

/** Runs of a paragraph. `look` is laid over what the marks say. */
export function wordRuns(
  runs: readonly PrintRun[],
  context: RunContext,
  look: RunLook = {},
): ParagraphChild[] {
  return runs.map(run => {
    switch (run.kind) {
      case 'text':
        return textRun(run, context, look)
      case 'break':
        return new TextRun({ break: 1 })
      case 'note':
        context.notes.push(run.note)
        return noteReference(run.note.number)
      case 'noteAgain':
        return new TextRun({ text: String(run.number), style: noteMarkStyle })
    }
  })
}

function textRun(run: PrintRun & { kind: 'text' }, context: RunContext, look: RunLook): ParagraphChild {
  const { strong, em, underline, superscript, subscript, href } = run.marks
  const options: IRunOptions = {
    children: run.text.split(/(\t)/).map(piece => (piece === '\t' ? new Tab() : piece)),
    ...look,
    ...(strong ? { bold: true } : {}),
    ...(em ? { italics: true } : {}),
    ...(underline ? { underline: {} } : {}),
    ...(superscript ? { superScript: true } : {}),
    ...(subscript ? { subScript: true } : {}),
  }
  const text = new TextRun(options)
  return href === undefined ? text : linkTo(href, text, context)
}

const noteReference = (id: number): ParagraphChild =>
  new MarkRun(
    new BuilderElement<{ id: number }>({
      name: 'w:footnoteReference',
      attributes: { id: { key: 'w:id', value: id } },
    }),
  )

/** The note's own number, at its foot. */
export const noteMark = (): ParagraphChild => new MarkRun(new BuilderElement({ name: 'w:footnoteRef' }))

class MarkRun extends TextRun {
  constructor(mark: BuilderElement) {
    super({ style: noteMarkStyle })
    this.root.push(mark)
  }
}

// The library's types know only its own links as parts of a paragraph; any component will do.
const linkTo = (href: string, text: TextRun, { links }: RunContext): ParagraphChild =>
  new Link(href, text, `Link${++links.count}`) as XmlComponent as ParagraphChild

const linkType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

/** The library gives links random names; the same report must give the same file. */
class Link extends ConcreteHyperlink {
  constructor(
    private readonly href: string,
    text: TextRun,
    private readonly id: string,
  ) {
    super([text], id)
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    context.viewWrapper.Relationships.addRelationship(this.id, linkType, this.href, 'External')
    return super.prepForXml(context)
  }
}
