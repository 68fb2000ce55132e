import type { PrintList } from '../../../../shared/print/print-document'
import { depthOf, levels, type Level } from '../../../../shared/report/levels'
import { letter, roman } from '../../../../shared/numbering/numerals'
import { countOf, listReference, type ListDefinition, type NativeList } from './numbering'

/**
 * Follows what Word will count, so that no number on paper differs from the print model's: where Word would show
 * another one (a level skipped, more than 26 letters), the number is typed instead.
 */
export class SectionCounter {
  readonly #counts = levels.map(() => 0)

  /** True where Word's own numbering prints exactly this number. */
  agrees(level: Level, number: string): boolean {
    const depth = depthOf(level)
    const count = (this.#counts[depth] ?? 0) + 1
    if (level !== 'part' && number.replace(/[-.]$/, '') !== this.#shown(level, count)) return false
    this.#counts[depth] = count
    this.#counts.fill(0, depth + 1)
    return true
  }

  #shown(level: Exclude<Level, 'part'>, count: number): string | null {
    const parent = this.#counts[depthOf('number')] ?? 0
    if (level === 'letter') return count <= 26 ? letter(count) : null
    if (level === 'roman') return roman(count)
    if (level === 'number') return String(count)
    // Above a subnumber without a number Word shows 1, we show 0.
    return parent === 0 ? null : `${parent}.${count}`
  }
}

/** Deals out Word's lists: a list runs on while its marks count on, and a new one begins where they do not. */
export class NativeLists {
  readonly #last = new Map<NativeList, { start: number; instance: number; count: number }>()
  readonly #starts = new Map<string, readonly [NativeList, number]>()
  #instances = 0

  numberingOf({ kind, mark }: PrintList & { kind: NativeList }) {
    const count = kind === 'bullet' ? 1 : countOf(mark)
    const last = this.#last.get(kind)
    const runsOn = last !== undefined && (kind === 'bullet' || count === last.count + 1)
    const list = runsOn ? { ...last, count } : { start: count, instance: ++this.#instances, count }
    this.#last.set(kind, list)
    const reference = listReference(kind, list.start)
    this.#starts.set(reference, [kind, list.start])
    return { reference, level: 0, instance: list.instance, custom: true }
  }

  /** How many lists there are. */
  get count(): number {
    return this.#instances
  }

  /** Every kind and first number that was used. */
  get definitions(): readonly ListDefinition[] {
    return [...this.#starts].map(([reference, [kind, start]]) => ({ reference, kind, start }))
  }
}
