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

type ParagraphLook = NonNullable<IParagraphStyleOptions['paragraph']>

function textStyles(profile: Profile): IParagraphStyleOptions[] {
  const { body, note, table, title, pageNumber } = profile
  const { BOTH, LEFT, CENTER } = AlignmentType
  const text = {
    alignment: BOTH,
    indent: { firstLine: twips(body.firstLine) },
    spacing: bodySpacing(profile),
  }
  const tableTitle = { alignment: CENTER, spacing: { ...plain, before: 240, after: 120 }, keepNext: true }
  const style = (id: string, name: string, paragraph: ParagraphLook, look: TextStyle) => ({
    ...{ id, name, basedOn: 'Normal', quickFormat: true, paragraph },
    run: run(look),
  })
  return [
    style(bodyStyle, 'Body Text', text, body),
    style(noteStyle, 'footnote text', { alignment: BOTH, spacing: plain }, note),
    style(tableStyle, 'Table Text', { alignment: LEFT, spacing: plain }, table.text),
    style(tableHeaderStyle, 'Table Header', { alignment: CENTER, spacing: plain }, table.header),
    style(tableTitleStyle, 'Table Title', tableTitle, { ...title, upper: false }),
    gap,
    style(pageNumberStyle, 'header', { alignment: CENTER, spacing: plain }, pageNumber),
  ]
}

/** An empty line of 6 points. */
const gap: IParagraphStyleOptions = {
  id: gapStyle,
  name: 'Gap',
  basedOn: 'Normal',
  paragraph: { spacing: { before: 0, after: 0, line: 120, lineRule: LineRuleType.EXACT } },
  run: { size: 4 },
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
