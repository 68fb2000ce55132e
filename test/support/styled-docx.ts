import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  type IRunOptions,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import type { Node } from 'prosemirror-model'
import { depthOf, type Level } from '../../shared/report/levels'
import { blocksOf, isHeading, levelOf, listOf, noteIdOf } from '../../shared/report/nodes'
import { numberNotes } from '../../shared/numbering/number-notes'
import type { Report } from '../../shared/report/report'

const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
] as const

const formats: Record<Level, [(typeof LevelFormat)[keyof typeof LevelFormat], string]> = {
  part: [LevelFormat.UPPER_ROMAN, 'Phần %1'],
  letter: [LevelFormat.UPPER_LETTER, '%2-'],
  roman: [LevelFormat.UPPER_ROMAN, '%3-'],
  number: [LevelFormat.DECIMAL, '%4.'],
  subnumber: [LevelFormat.DECIMAL, '%4.%5.'],
}

const lists = {
  number: [LevelFormat.DECIMAL, '%1.'],
  letter: [LevelFormat.LOWER_LETTER, '%1)'],
  target: [LevelFormat.DECIMAL, '(%1).'],
  bullet: [LevelFormat.BULLET, '-'],
} as const

/**
 * A report's text as a careful typist makes it in Word: heading styles, every number automatic, notes real. Only
 * text and notes; written independently of the program's own export, to try the import with.
 */
export async function styledDocx(report: Report): Promise<Uint8Array> {
  const notes = numberNotes(report.text)
  let section = 0
  let part = 0
  const children = blocksOf(report.text).flatMap(block => {
    if (isHeading(block)) section++
    if (isHeading(block) && levelOf(block) === 'part') part++
    return block.isTextblock ? [paragraphOf(block, { notes, section, part })] : []
  })
  const footnotes = Object.fromEntries(
    [...notes].map(([id, number]) => [
      number,
      { children: [new Paragraph({ children: [new TextRun(report.notes.get(id)?.textContent ?? '')] })] },
    ]),
  )
  const headings = {
    reference: 'headings',
    levels: Object.values(formats).map(([format, text], level) => ({ level, format, text })),
  }
  const listed = Object.entries(lists).map(([reference, [format, text]]) => ({
    reference,
    levels: [{ level: 0, format, text }],
  }))
  const file = new Document({
    numbering: { config: [headings, ...listed] },
    footnotes,
    sections: [{ children }],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

interface Place {
  readonly notes: ReadonlyMap<string, number>
  readonly section: number
  readonly part: number
}

function textRun(child: Node): TextRun {
  const weight: IRunOptions = child.marks.length > 0 ? { bold: true } : {}
  return new TextRun({ ...weight, text: child.text ?? '' })
}

function paragraphOf(block: Node, { notes, section, part }: Place): Paragraph {
  const children: (TextRun | FootnoteReferenceRun)[] = []
  block.forEach(child => {
    if (child.isText) children.push(textRun(child))
    else if (child.type.name === 'note_ref')
      children.push(new FootnoteReferenceRun(notes.get(noteIdOf(child)) ?? 0))
    else children.push(new TextRun({ break: 1 }))
  })
  if (isHeading(block)) {
    const level = depthOf(levelOf(block))
    const heading = headingLevels[level] ?? HeadingLevel.HEADING_1
    return new Paragraph({ children, heading, numbering: { reference: 'headings', level } })
  }
  const list = listOf(block)
  // One instance per section (targets: per part), so that Word counts as the report does.
  const instance = list === 'target' ? part : section
  const numbering = list === 'none' ? {} : { numbering: { reference: list, level: 0, instance } }
  return new Paragraph({ children, alignment: AlignmentType.BOTH, ...numbering })
}
