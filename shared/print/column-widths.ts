/** Widths scaled so that together they fill the given width. Widths that make no sense count as even ones. */
export function fitWidths(widths: readonly number[], total: number): number[] {
  const sound = widths.every(width => Number.isFinite(width) && width > 0) ? widths : widths.map(() => 1)
  const sum = sound.reduce((a, b) => a + b, 0)
  return sound.map(width => (width / sum) * total)
}
