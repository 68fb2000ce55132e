import { AlignmentType, LevelFormat, LevelSuffix, type ILevelsOptions, type NumberingDefinition } from 'docx'
import type { PrintBlock, PrintDocument, PrintList } from '../../../../shared/print/print-document'
import type { Profile } from '../../../../shared/print/profile'
import { depthOf, levels, type Level } from '../../../../shared/report/levels'
import { headingStyles } from './style-ids'
import { twips } from './units'

/** The list that numbers Heading 1-5. */
export const sectionList = 'sections'

/** The number that a heading has by its style. */
export const sectionNumber = (level: Level) => ({ reference: sectionList, level: depthOf(level) })

/** Kinds of list that Word can number as we print them. "a)" is not one: Word's letters have f and w but no đ. */
export type NativeList = 'number' | 'target' | 'bullet'

/** `start` is the number of the first paragraph; Word restarts a list only at its definition's start. */
export const listReference = (kind: NativeList, start: number): string => `${kind}-${start}`

/** A list of Word's; `start` is its first number. */
export interface ListDefinition {
  readonly reference: string
  readonly kind: NativeList
  readonly start: number
}

/** Definitions of every list the document needs. */
export function numbering(
  print: Pick<PrintDocument, 'profile'> & { readonly blocks: readonly NumberedBlock[] },
  definitions: Iterable<ListDefinition>,
) {
  const lists = [...definitions].map(({ reference, kind, start }): NumberingDefinition => ({
    reference,
    levels: [listLevel(kind, start, print.profile)],
  }))
  return { config: [{ reference: sectionList, levels: sectionLevels(print) }, ...lists] }
}

/**
 * One multilevel list. Its first level prints nothing: "Phần thứ nhất" cannot be said in Word (its ordinal words are
 * not Vietnamese), so a part's label is typed; the level is still there, so that A, I, 1 start again in every part.
 */
function sectionLevels({ profile, blocks }: Parameters<typeof numbering>[0]): ILevelsOptions[] {
  const end = endOfNumbers(blocks)
  const formats: Record<Level, Pick<ILevelsOptions, 'format' | 'text'>> = {
    part: { format: LevelFormat.NONE },
    letter: { format: LevelFormat.UPPER_LETTER, text: `%2${end}` },
    roman: { format: LevelFormat.UPPER_ROMAN, text: `%3${end}` },
    number: { format: LevelFormat.DECIMAL, text: '%4.' },
    subnumber: { format: LevelFormat.DECIMAL, text: '%4.%5.' },
  }
  return levels.map((level, index) => ({
    level: index,
    ...formats[level],
    alignment: AlignmentType.LEFT,
    suffix: level === 'part' ? LevelSuffix.NOTHING : LevelSuffix.SPACE,
    style: {
      style: headingStyles[level],
      // A level's indent overrules its style's.
      paragraph: { indent: { left: 0, firstLine: firstLineOf(profile.headings[level].align, profile) } },
    },
  }))
}

type NumberedBlock = PrintBlock | { readonly kind: 'heading'; readonly number: string }

/** What stands behind "A" and "I". */
export const endOfNumbers = (blocks: readonly NumberedBlock[]): string =>
  blocks.some(block => block.kind === 'heading' && /^[A-Z]+\.$/.test(block.number)) ? '.' : '-'

const firstLineOf = (align: string, { body }: Profile): number =>
  align === 'center' ? 0 : twips(body.firstLine)

const listTexts: Record<NativeList, Pick<ILevelsOptions, 'format' | 'text'>> = {
  number: { format: LevelFormat.DECIMAL, text: '%1.' },
  target: { format: LevelFormat.DECIMAL, text: '(%1).' },
  bullet: { format: LevelFormat.BULLET, text: '-' },
}

const listLevel = (kind: NativeList, start: number, { body }: Profile): ILevelsOptions => ({
  level: 0,
  ...listTexts[kind],
  start,
  alignment: AlignmentType.LEFT,
  suffix: LevelSuffix.SPACE,
  style: { paragraph: { indent: { left: 0, firstLine: twips(body.firstLine) } } },
})

export const isNative = (kind: PrintList['kind']): kind is NativeList => kind !== 'letter'

/** "3." → 3, "(12)." → 12. */
export const countOf = (mark: string): number => Number(/\d+/.exec(mark)?.[0] ?? 1)
