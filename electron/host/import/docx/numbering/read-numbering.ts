import { childOf, childrenOf, numberOf, switchOf, valueOf, type XmlElement } from '../xml/element'
import { inherited, type Styles } from '../styles/read-styles'

export interface ListLevel {
  readonly start: number
  /** w:numFmt: 'decimal', 'upperRoman', 'bullet', … */
  readonly format: string
  /** "%1.%2." */
  readonly text: string
  /** All numbers of this level in figures, whatever the levels above use. */
  readonly legal: boolean
  /** Begins anew after a level of this depth or above (0-based, exclusive); undefined = after any level above. */
  readonly restartAfter: number | undefined
  readonly paragraphStyle: string | undefined
}

export interface List {
  /** Lists with the same key count on together. */
  readonly key: string
  readonly levels: ReadonlyMap<number, ListLevel>
  /** Levels that begin anew when this list is first used, and where. */
  readonly startOverrides: ReadonlyMap<number, number>
}

export type Lists = ReadonlyMap<string, List>

/** Reads the part `numbering`: lists by numId. */
export function readNumbering(root: XmlElement | null, styles: Styles): Lists {
  const abstracts = new Map<string, XmlElement>()
  for (const element of childrenOf(root ?? undefined, 'abstractNum'))
    abstracts.set(element.attributes['abstractNumId'] ?? '', element)
  const numbers = childrenOf(root ?? undefined, 'num')
  const abstractOf = (id: string | undefined): XmlElement | undefined =>
    abstracts.get(
      valueOf(
        numbers.find(number => number.attributes['numId'] === id),
        'abstractNumId',
      ) ?? '',
    )

  const lists = new Map<string, List>()
  for (const number of numbers) {
    const key = valueOf(number, 'abstractNumId') ?? ''
    let abstract = abstracts.get(key)
    // A list may only name the list style that holds its levels.
    const link = valueOf(abstract, 'numStyleLink')
    if (link !== undefined) {
      const numPr = inherited(styles.chain('numbering', link), 'pPr', 'numPr')
      abstract = abstractOf(valueOf(numPr, 'numId')) ?? abstract
    }
    lists.set(number.attributes['numId'] ?? '', listOf(number, abstract, key))
  }
  return lists
}

function listOf(number: XmlElement, abstract: XmlElement | undefined, key: string): List {
  const levels = new Map<number, ListLevel>()
  const startOverrides = new Map<number, number>()
  for (const level of childrenOf(abstract, 'lvl')) levels.set(depth(level), levelOf(level))
  for (const override of childrenOf(number, 'lvlOverride')) {
    const level = childOf(override, 'lvl')
    if (level) levels.set(depth(override), levelOf(level))
    const start = startOf(override, 'startOverride')
    if (start !== undefined) startOverrides.set(depth(override), start)
  }
  return { key, levels, startOverrides }
}

/** Word counts no further than this; a huge start would make endless roman numerals. */
const largest = 32_767

function startOf(element: XmlElement, name: string): number | undefined {
  const start = numberOf(valueOf(element, name))
  return start === undefined ? undefined : Math.min(Math.max(start, 0), largest)
}

const depth = (element: XmlElement) => numberOf(element.attributes['ilvl']) ?? 0

const levelOf = (level: XmlElement): ListLevel => ({
  start: startOf(level, 'start') ?? 0,
  format: formatOf(level),
  text: valueOf(level, 'lvlText') ?? '',
  legal: switchOf(level, 'isLgl') ?? false,
  restartAfter: numberOf(valueOf(level, 'lvlRestart')),
  paragraphStyle: valueOf(level, 'pStyle'),
})

/** Newer formats stand in an alternative whose fallback is an older one: the older is always a known one. */
function formatOf(level: XmlElement): string {
  const alternative = childOf(childOf(level, 'AlternateContent'), 'Fallback')
  return valueOf(level, 'numFmt') ?? valueOf(alternative, 'numFmt') ?? 'decimal'
}
