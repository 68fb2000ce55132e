import type { RowCell } from '../indicators/indicator-row'
import type { FieldName } from '../report/fields'
import type { BlockId, NoteId, OptionsId, RowId, TableId } from '../report/ids'

/** `error`: the paper would be wrong. `question`: a person must decide. `reminder`: tidier otherwise. */
export type Severity = 'error' | 'question' | 'reminder'

/** Every kind of problem with how much it matters. The words for people are in words.ts. */
export const severities = {
  'missing-field': 'error',
  'empty-heading': 'error',
  'level-jump': 'question',
  'duplicate-block': 'error',
  'missing-note': 'error',
  'empty-note': 'error',
  'doubled-reference': 'question',
  'orphan-note': 'question',
  'missing-table': 'error',
  'unplaced-table': 'question',
  'unnamed-row': 'question',
  'missing-result': 'reminder',
  'differing-remark': 'question',
  'missing-options': 'error',
  'unchosen-options': 'question',
  placeholder: 'question',
  'double-space': 'reminder',
} as const satisfies Record<string, Severity>

export type ProblemCode = keyof typeof severities

/** Where to go to see it. `block`: a heading or paragraph, also inside a table. */
export type ProblemPlace =
  | { readonly kind: 'field'; readonly name: FieldName }
  | { readonly kind: 'block'; readonly id: BlockId }
  | { readonly kind: 'note'; readonly id: NoteId }
  | { readonly kind: 'table'; readonly id: TableId }
  | { readonly kind: 'cell'; readonly tableId: TableId; readonly rowId: RowId; readonly cell: RowCell }
  | { readonly kind: 'options'; readonly id: OptionsId }

export interface Problem {
  readonly code: ProblemCode
  readonly severity: Severity
  readonly place: ProblemPlace
  /** The words concerned, as they stand; empty where there are none. */
  readonly quote: string
}

export const problem = (code: ProblemCode, place: ProblemPlace, quote = ''): Problem => ({
  code,
  severity: severities[code],
  place,
  quote,
})

/** Names a problem among all problems of a report, the same after every edit that leaves it. */
export const keyOfProblem = ({ code, place, quote }: Problem): string =>
  [code, ...(Object.values(place) as string[]), quote].join(' ')
