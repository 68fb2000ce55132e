import type { Fields } from '../../report/fields'
import type { Line } from '../lines/line'
import {
  draftNumberOf,
  isCirculation,
  isMotto,
  isNumber,
  isRule,
  nationOf,
  placeAndDateOf,
} from './known-phrases'

export type HeaderLine =
  | { readonly kind: 'nation'; readonly family: 'party' | 'state' }
  /** Printed by the layout profile, so it needs no field. */
  | { readonly kind: 'printed' }
  | { readonly kind: 'fields'; readonly fields: Partial<Fields> }

/** What a line of the header says, where its words alone are enough to know. */
export function readHeaderLine(line: Line): HeaderLine | undefined {
  if (line.hasNotes) return undefined
  const text = line.text
  const family = nationOf(text)
  if (family) return { kind: 'nation', family }
  if (isMotto(text) || isRule(text)) return { kind: 'printed' }
  const draftNumber = draftNumberOf(text)
  if (draftNumber) return { kind: 'fields', fields: { draftNumber } }
  if (isCirculation(text)) return { kind: 'fields', fields: { circulation: text } }
  const placed = placeAndDateOf(text)
  if (placed) return { kind: 'fields', fields: placed }
  return isNumber(text) ? { kind: 'fields', fields: { number: text } } : undefined
}

/** Superior body (upright) above, issuing body (bold) below; all in the issuing body where weight does not tell. */
export function bodyFields(lines: readonly Line[]): Partial<Fields> {
  const firstBold = lines.findIndex(line => line.bold)
  const issuing = firstBold > 0 ? firstBold : 0
  return {
    superiorBody: joined(lines.slice(0, issuing)),
    issuingBody: joined(lines.slice(issuing)),
  }
}

const joined = (lines: readonly Line[]): string => lines.map(line => line.text).join('\n')

/** Fields of several lines as one; false where two lines claim one field, which is then not sure enough. */
export function mergeFields(found: readonly Partial<Fields>[]): Partial<Fields> | undefined {
  const merged: Record<string, string> = {}
  for (const fields of found) {
    for (const [name, value] of Object.entries(fields)) {
      if (value === '') continue
      if (merged[name] !== undefined) return undefined
      merged[name] = value
    }
  }
  return merged
}
