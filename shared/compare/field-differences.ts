import { fieldNames, type FieldName, type Fields } from '../report/fields'
import { classOfParts } from './class-of-parts'
import { compareInlineTexts } from './compare-inline'
import type { Difference } from './difference'
import { differenceOf } from './difference-of'
import { bareText } from './inline-text'

const ofLayout: ReadonlySet<FieldName> = new Set(['profile', 'partStyle', 'markStyle'])

/** What stands above and below the text. */
export function fieldDifferences(was: Fields | undefined, now: Fields | undefined): readonly Difference[] {
  if (!was || !now) return []
  return fieldNames.flatMap((name): Difference[] => {
    if (was[name].trim() === now[name].trim()) return []
    const parts = compareInlineTexts(bareText(was[name]), bareText(now[name]))
    const kind = ofLayout.has(name) ? 'form' : 'words'
    const of = kind === 'form' ? 'layout' : classOfParts(parts)
    return [differenceOf({ kind, class: of, place: { kind: 'field', name }, section: null, parts })]
  })
}
