import { AlignmentType, Paragraph, TextRun, type IParagraphOptions, type ParagraphChild } from 'docx'
import type {
  PrintHeading,
  PrintList,
  PrintNote,
  PrintParagraph,
} from '../../../../shared/print/print-document'
import type { Profile } from '../../../../shared/print/profile'
import type { Alignment } from '../../../../shared/report/lists'
import type { NativeLists, SectionCounter } from './native-lists'
import { isNative, type NativeList } from './numbering'
import { noteMark, wordRuns, type RunContext } from './runs'
import { bodyStyle, headingStyles, noteStyle } from './style-ids'

export interface WordContext extends RunContext {
  readonly profile: Profile
  readonly sections: SectionCounter
  readonly lists: NativeLists
}

const alignments = {
  justify: AlignmentType.BOTH,
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const

/** A paragraph of the text. Only what differs from the style is written on it. */
export function paragraph(printed: PrintParagraph, context: WordContext): Paragraph {
  const { list, align, runs } = printed
  const numbering = list && isNative(list.kind) ? context.lists.numberingOf(list as NativeItem) : undefined
  return new Paragraph({
    ...bodyOptions(align),
    ...(numbering ? { numbering } : {}),
    children: [...(numbering ? [] : typedMark(list)), ...wordRuns(runs, context)],
  })
}

/** Word numbers "a)" by other letters, and lists in cells and notes by counts that run through the whole text. */
const typedMark = (list: PrintList | null): TextRun[] => (list ? [new TextRun(`${list.mark} `)] : [])

type NativeItem = { kind: NativeList; mark: string }

/** How a paragraph of the text is set. */
export const bodyOptions = (align: Alignment): IParagraphOptions => ({
  style: bodyStyle,
  ...(align === 'justify' ? {} : { alignment: alignments[align] }),
  ...(align === 'center' || align === 'right' ? { indent: { firstLine: 0 } } : {}),
})

/** How a paragraph in a cell or a note is set: they are set left where the text would be justified. */
export const plainOptions = (align: Alignment, style: string): IParagraphOptions => ({
  style,
  ...(align === 'justify' ? {} : { alignment: alignments[align] }),
})

export const cellParagraph = (printed: PrintParagraph, style: string, context: RunContext): Paragraph =>
  new Paragraph({
    ...plainOptions(printed.align, style),
    children: [...typedMark(printed.list), ...wordRuns(printed.runs, context)],
  })

/** A part's label is typed, above its title; other numbers come from the heading's style wherever Word agrees. */
export function heading(printed: PrintHeading, context: WordContext): Paragraph {
  const { level, number, runs } = printed
  const style = headingStyles[level]
  if (level === 'part') {
    context.sections.agrees(level, number)
    const ownLine = context.profile.headings.part.numberOnOwnLine
    const label = new TextRun({ text: ownLine ? number : `${number} `, allCaps: false })
    const end = ownLine ? [new TextRun({ break: 1 })] : []
    return new Paragraph({ style, children: [label, ...end, ...wordRuns(runs, context)] })
  }
  if (context.sections.agrees(level, number))
    return new Paragraph({ style, children: wordRuns(runs, context) })
  return new Paragraph({
    style,
    numbering: false,
    children: [new TextRun(`${number} `), ...wordRuns(runs, context)],
  })
}

/** A note's paragraphs; its own number stands at the start of the first. */
export function noteParagraphs(note: PrintNote, profile: Profile, context: RunContext): Paragraph[] {
  const mark = ownNumber(profile)
  const paragraphs = note.paragraphs.length > 0 ? note.paragraphs : [emptyParagraph]
  return paragraphs.map(
    ({ list, align, runs }, index) =>
      new Paragraph({
        ...plainOptions(align, noteStyle),
        children: [...(index === 0 ? mark : []), ...typedMark(list), ...wordRuns(runs, context)],
      }),
  )
}

/** What stands before a note's words. */
export function ownNumber({ note }: Profile): ParagraphChild[] {
  const [open, close] = note.mark === 'parentheses' ? ['(', ') '] : ['', ' ']
  return [...(open ? [new TextRun(open)] : []), noteMark(), new TextRun(close)]
}

const emptyParagraph: PrintParagraph = { kind: 'paragraph', list: null, align: 'justify', runs: [] }
