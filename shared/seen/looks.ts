/** When a person last looked at a section, and which piece it was then. `piece` names kept bytes. */
export interface Look {
  readonly section: string
  readonly piece: string
  /** ISO time. */
  readonly at: string
}

/** A section that was looked at; null: the person has seen that it is gone. */
export interface NewLook {
  readonly section: string
  readonly piece: string | null
}

/**
 * The looks after some new ones, in the order in which the sections stood when they were seen. `order`: the sections of
 * the report as they stand now.
 */
export function afterLooking(
  looks: readonly Look[],
  fresh: readonly NewLook[],
  { at, order }: { readonly at: string; readonly order: readonly string[] },
): readonly Look[] {
  const again = new Set(fresh.map(({ section }) => section))
  const result = looks.filter(({ section }) => !again.has(section))
  const pieces = new Map(fresh.map(({ section, piece }) => [section, piece]))
  for (const [place, section] of order.entries()) {
    const piece = pieces.get(section)
    if (piece !== null && piece !== undefined)
      result.splice(behindNearest(result, order.slice(0, place)), 0, { section, piece, at })
  }
  return result
}

/** Behind the nearest section before it that the person has seen. */
function behindNearest(looks: readonly Look[], before: readonly string[]): number {
  const places = new Map(looks.map(({ section }, place) => [section, place]))
  for (let index = before.length - 1; index >= 0; index--) {
    const place = places.get(before[index] ?? '')
    if (place !== undefined) return place + 1
  }
  return 0
}
