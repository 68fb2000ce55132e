import type { Span } from './figure'

/** Everything that a pattern (with the flag g) finds in a text. */
export const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(found => ({ from: found.index, to: found.index + found[0].length }))

export const overlap = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to

/** Those that overlap none of the others. */
export const outside = <S extends Span>(spans: readonly S[], others: readonly Span[]): S[] =>
  spans.filter(span => !others.some(other => overlap(span, other)))

export const inOrder = (one: Span, other: Span): number => one.from - other.from
