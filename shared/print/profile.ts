import { z } from 'zod'

/** How one kind of line is set. `size` in points. */
const TextStyle = z.object({
  size: z.number().min(6).max(40),
  bold: z.boolean().default(false),
  italic: z.boolean().default(false),
  upper: z.boolean().default(false),
  underline: z.boolean().default(false),
})
export type TextStyle = z.infer<typeof TextStyle>

/** How a heading level is set. */
const HeadingStyle = TextStyle.extend({
  align: z.enum(['center', 'justify', 'left']),
  /** Number and title on two lines ("Phần thứ nhất" / title). */
  numberOnOwnLine: z.boolean().default(false),
  spaceBefore: z.number(),
  spaceAfter: z.number(),
})
export type HeadingStyle = z.infer<typeof HeadingStyle>

/** A layout profile: the rules of one regulation as data (resources/profiles/*.json; vn-layout §1). mm and pt. */
export const Profile = z.object({
  id: z.string(),
  name: z.string(),
  source: z.string(),
  family: z.enum(['party', 'state']),
  numberStyle: z.object({ part: z.enum(['ordinal', 'roman']), mark: z.enum(['hyphen', 'dot']) }),
  page: z.object({
    width: z.number(),
    height: z.number(),
    top: z.number(),
    bottom: z.number(),
    left: z.number(),
    right: z.number(),
    headerDistance: z.number(),
  }),
  pageNumber: TextStyle,
  body: TextStyle.extend({
    firstLine: z.number(),
    spaceBefore: z.number(),
    spaceAfter: z.number(),
    /** Exact line height in points, or a multiple of single spacing. */
    line: z.union([z.object({ exact: z.number() }), z.object({ multiple: z.number() })]),
  }),
  headings: z.object({
    part: HeadingStyle,
    letter: HeadingStyle,
    roman: HeadingStyle,
    number: HeadingStyle,
    subnumber: HeadingStyle,
  }),
  header: z.object({
    leftWidth: z.number(),
    rightWidth: z.number(),
    /** First line on the right: the Party's name, or Quốc hiệu. */
    nation: z.string(),
    nationStyle: TextStyle,
    /** Second line on the right: Tiêu ngữ; empty for the Party. */
    motto: z.string(),
    mottoStyle: TextStyle,
    superiorBody: TextStyle,
    issuingBody: TextStyle,
    /** "*" under the issuing body (Party) or a rule (state). */
    separator: z.enum(['star', 'rule']),
    number: TextStyle,
    draftMark: TextStyle,
    circulation: TextStyle,
    /** Drawn in a frame of one line (state) or plain (Party). */
    circulationFrame: z.boolean().default(false),
    placeAndDate: TextStyle,
    /** Place and date stand under the nation's rule (Party) or level with the number (state). */
    dateBeside: z.enum(['nation', 'number']).default('nation'),
  }),
  type: TextStyle,
  title: TextStyle,
  /** What stands below the title: five hyphens, or a rule. */
  titleEnd: z.enum(['hyphens', 'rule']),
  /** How the note's own number is written at the foot; in the text it is always a plain superscript. */
  note: TextStyle.extend({ mark: z.enum(['plain', 'parentheses']) }),
  table: z.object({ text: TextStyle, header: TextStyle }),
  signature: z.object({ authority: TextStyle, position: TextStyle, signer: TextStyle }),
  recipients: z.object({ title: TextStyle, list: TextStyle }),
})
export type Profile = z.infer<typeof Profile>
