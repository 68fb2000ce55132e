import { childOf, numberOf, valueOf, type XmlElement } from '../xml/element'
import type { Style } from '../styles/read-styles'
import { formatNumber } from './format-number'
import type { List, ListLevel, Lists } from './read-numbering'

export interface ParagraphCounter {
  /** The number or bullet that Word shows before this paragraph; counts on. Call for every paragraph in order. */
  next(properties: XmlElement | undefined, styles: readonly Style[]): string | undefined
}

/** Counts automatic numbers through a document as Word does. */
export function paragraphCounter(lists: Lists): ParagraphCounter {
  const counts = new Map<string, number[]>()
  const begun = new Set<string>()

  function advance(id: string, list: List, depth: number): number[] {
    let count = counts.get(list.key)
    if (!count) counts.set(list.key, (count = []))
    const restart = list.startOverrides.get(depth)
    const first = restart !== undefined && !begun.has(`${id}/${depth}`)
    if (first) begun.add(`${id}/${depth}`)
    const start = restart ?? list.levels.get(depth)?.start ?? 1
    count[depth] = first ? start : (count[depth] ?? start - 1) + 1
    for (let deeper = depth + 1; deeper < count.length; deeper++)
      if (restartsAfter(list.levels.get(deeper), depth)) Reflect.deleteProperty(count, deeper)
    return count
  }

  return {
    next: (properties, styles) => {
      const place = placeInList(properties, styles, lists)
      const list = place && lists.get(place.id)
      const level = list?.levels.get(place?.depth ?? 0)
      if (!place || !list || !level) return undefined
      const count = advance(place.id, list, place.depth)
      if (level.format === 'bullet') return '-'
      const number = numberText(list, level, count)
      return number === '' ? undefined : number
    },
  }
}

/** lvlRestart 0 = never; n = only after a paragraph of the first n levels. */
const restartsAfter = (level: ListLevel | undefined, depth: number): boolean =>
  level?.restartAfter === undefined || depth < level.restartAfter

const numberText = (list: List, level: ListLevel, count: readonly number[]): string =>
  level.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const depth = Number(digit) - 1
      const shown = list.levels.get(depth)
      const format = level.legal ? 'decimal' : (shown?.format ?? 'decimal')
      return formatNumber(count[depth] ?? shown?.start ?? 1, format === 'bullet' ? 'none' : format)
    })
    .trim()

function placeInList(
  properties: XmlElement | undefined,
  styles: readonly Style[],
  lists: Lists,
): { readonly id: string; readonly depth: number } | undefined {
  const own = childOf(properties, 'numPr')
  const style = styles.find(({ element }) => childOf(childOf(element, 'pPr'), 'numPr'))
  const ofStyle = childOf(childOf(style?.element, 'pPr'), 'numPr')
  const id = valueOf(own, 'numId') ?? valueOf(ofStyle, 'numId')
  if (id === undefined || id === '0') return undefined
  const linked = style && linkedDepth(lists.get(id), styles)
  const depth = numberOf(valueOf(own, 'ilvl')) ?? linked ?? numberOf(valueOf(ofStyle, 'ilvl')) ?? 0
  return { id, depth }
}

/** A list level can be tied to a paragraph style, which then needs to name only the list. */
function linkedDepth(list: List | undefined, styles: readonly Style[]): number | undefined {
  for (const { id } of styles)
    for (const [depth, level] of list?.levels ?? []) if (level.paragraphStyle === id) return depth
  return undefined
}
