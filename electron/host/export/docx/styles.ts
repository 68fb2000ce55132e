import { AlignmentType, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx'
import type { LineRole } from '../../../../shared/print/print-document'
import type { HeadingStyle, Profile, TextStyle } from '../../../../shared/print/profile'
import { depthOf, levels, type Level } from '../../../../shared/report/levels'
import { sectionList } from './numbering'
import {
  bodyStyle,
  gapStyle,
  headingStyles,
  lineStyles,
  noteStyle,
  pageNumberStyle,
  tableHeaderStyle,
  tableStyle,
  tableTitleStyle,
} from './style-ids'
import { halfPoints, singleLine, twips, twipsOfPoints } from './units'

const fontName = 'Times New Roman'

/** Everything that looks like something in the document has a style: a clerk can change the report in one place. */
export function styles(profile: Profile): IStylesOptions {
  const font = { ascii: fontName, hAnsi: fontName, cs: fontName, eastAsia: fontName }
  const language = { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'ar-SA' }
  return {
    default: {
      document: { run: { font, size: halfPoints(profile.body.size), language }, paragraph: {} },
      // Of its own accord the library makes links blue and underlined; paper has none of that.
      hyperlink: { run: {} },
      footnoteReference: { run: { superScript: true } },
    },
    paragraphStyles: [
      ...levels.map(level => heading(level, profile)),
      ...textStyles(profile),
      ...lineStylesOf(profile),
    ],
  }
}

/** `w:spacing` of the running text. Space stands on one side only, so that the gap between paragraphs is what the rule says. */
function bodySpacing({ body }: Profile) {
  const line =
    'exact' in body.line
      ? { line: twipsOfPoints(body.line.exact), lineRule: LineRuleType.EXACT }
      : { line: Math.round(body.line.multiple * singleLine), lineRule: LineRuleType.AUTO }
  return { before: twipsOfPoints(body.spaceBefore), after: twipsOfPoints(body.spaceAfter), ...line }
}

const run = (style: TextStyle) => ({
  size: halfPoints(style.size),
  bold: style.bold,
  italics: style.italic,
  allCaps: style.upper,
  color: '000000',
  ...(style.underline ? { underline: {} } : {}),
})

const alignments = {
  center: AlignmentType.CENTER,
  justify: AlignmentType.BOTH,
  left: AlignmentType.LEFT,
} as const

function heading(level: Level, profile: Profile): IParagraphStyleOptions {
  const style: HeadingStyle = profile.headings[level]
  const depth = depthOf(level)
  return {
    id: headingStyles[level],
    name: `heading ${depth + 1}`,
    basedOn: 'Normal',
    next: bodyStyle,
    uiPriority: 9,
    quickFormat: true,
    paragraph: {
      alignment: alignments[style.align],
      indent: { firstLine: style.align === 'center' ? 0 : twips(profile.body.firstLine) },
      spacing: {
        ...bodySpacing(profile),
        before: twipsOfPoints(style.spaceBefore),
        after: twipsOfPoints(style.spaceAfter),
      },
      keepNext: true,
      keepLines: true,
      outlineLevel: depth,
      numbering: { reference: sectionList, level: depth, custom: true },
    },
    run: run(style),
  }
}

const plain = { before: 0, after: 0, line: singleLine, lineRule: LineRuleType.AUTO }

function textStyles(profile: Profile): IParagraphStyleOptions[] {
  const { body, note, table, pageNumber } = profile
  const based = { basedOn: 'Normal', quickFormat: true } as const
  const indent = { firstLine: twips(body.firstLine) }
  return [
    {
      ...based,
      id: bodyStyle,
      name: 'Body Text',
      paragraph: { alignment: AlignmentType.BOTH, indent, spacing: bodySpacing(profile) },
      run: run(body),
    },
    {
      ...based,
      id: noteStyle,
      name: 'footnote text',
      paragraph: { alignment: AlignmentType.BOTH, spacing: plain },
      run: run(note),
    },
    {
      ...based,
      id: tableStyle,
      name: 'Table Text',
      paragraph: { alignment: AlignmentType.LEFT, spacing: plain },
      run: run(table.text),
    },
    {
      ...based,
      id: tableHeaderStyle,
      name: 'Table Header',
      paragraph: { alignment: AlignmentType.CENTER, spacing: plain },
      run: run(table.header),
    },
    {
      ...based,
      id: tableTitleStyle,
      name: 'Table Title',
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...plain, before: 240, after: 120 },
        keepNext: true,
      },
      run: run({ ...profile.title, upper: false }),
    },
    {
      id: gapStyle,
      name: 'Gap',
      basedOn: 'Normal',
      paragraph: { spacing: { before: 0, after: 0, line: 120, lineRule: LineRuleType.EXACT } },
      run: { size: 4 },
    },
    {
      ...based,
      id: pageNumberStyle,
      name: 'header',
      paragraph: { alignment: AlignmentType.CENTER, spacing: plain },
      run: run(pageNumber),
    },
  ]
}

function lineStylesOf(profile: Profile): IParagraphStyleOptions[] {
  return Object.entries(lineLooks(profile)).map(([role, style]) => ({
    ...lineStyles[role as LineRole],
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: {
      alignment:
        role === 'recipient' || role === 'recipientsTitle' ? AlignmentType.LEFT : AlignmentType.CENTER,
      spacing: plain,
    },
    run: run(style),
  }))
}

const lineLooks = ({ header, type, title, signature, recipients }: Profile): Record<LineRole, TextStyle> => ({
  circulation: header.circulation,
  superiorBody: header.superiorBody,
  issuingBody: header.issuingBody,
  star: { ...header.issuingBody, bold: false },
  number: header.number,
  draftMark: header.draftMark,
  nation: header.nationStyle,
  motto: header.mottoStyle,
  placeAndDate: header.placeAndDate,
  type,
  title,
  titleEnd: { ...title, bold: false },
  authority: signature.authority,
  position: signature.position,
  signer: signature.signer,
  recipientsTitle: recipients.title,
  recipient: recipients.list,
})
