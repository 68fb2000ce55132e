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
import type { PrintMarks, PrintNote, PrintRun } from '../../../../shared/print/print-document'
import { noteMarkStyle } from './style-ids'

/** What runs leave behind for other parts of the file. */
export interface RunContext {
  /** Notes in the order of their references. */
  readonly notes: PrintNote[]
  readonly links: { count: number }
}

export interface RunLook {
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
    if (run.kind === 'note') {
      context.notes.push(run.note)
      return new TextRun(noteReference(run.note.number))
    }
    const text = new TextRun(runOptions(run, look))
    const href = run.kind === 'text' ? run.marks.href : undefined
    return href === undefined ? text : linkTo(href, text, context)
  })
}

/** A run that is no note, as Word says it. */
export function runOptions(run: Exclude<PrintRun, { kind: 'note' }>, look: RunLook = {}): IRunOptions {
  switch (run.kind) {
    case 'text':
      return {
        children: run.text.split(/(\t)/).map(piece => (piece === '\t' ? new Tab() : piece)),
        ...marksOptions(run.marks, look),
      }
    case 'break':
      return { break: 1 }
    case 'noteAgain':
      return { text: String(run.number), style: noteMarkStyle }
  }
}

export const marksOptions = (
  { strong, em, underline, superscript, subscript }: PrintMarks,
  look: RunLook = {},
): IRunOptions => ({
  ...look,
  ...(strong ? { bold: true } : {}),
  ...(em ? { italics: true } : {}),
  ...(underline ? { underline: {} } : {}),
  ...(superscript ? { superScript: true } : {}),
  ...(subscript ? { subScript: true } : {}),
})

export const noteReference = (id: number): IRunOptions => ({
  style: noteMarkStyle,
  children: [
    new BuilderElement<{ id: number }>({
      name: 'w:footnoteReference',
      attributes: { id: { key: 'w:id', value: id } },
    }),
  ],
})

/** The note's own number, at its foot. */
export const noteMark = (): ParagraphChild =>
  new TextRun({ style: noteMarkStyle, children: [new BuilderElement({ name: 'w:footnoteRef' })] })

// The library's types know only its own links as parts of a paragraph; any component will do.
export const linkTo = (
  href: string,
  text: ParagraphChild,
  { links }: Pick<RunContext, 'links'>,
): ParagraphChild => new Link(href, text, `Link${++links.count}`) as XmlComponent as ParagraphChild

const linkType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

/** The library gives links random names; the same report must give the same file. */
class Link extends ConcreteHyperlink {
  constructor(
    private readonly href: string,
    text: ParagraphChild,
    private readonly id: string,
  ) {
    super([text], id)
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    context.viewWrapper.Relationships.addRelationship(this.id, linkType, this.href, 'External')
    return super.prepForXml(context)
  }
}
