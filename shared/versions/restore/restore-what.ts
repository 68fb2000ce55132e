import type { Difference } from '../../compare/difference'
import type { BlockId, NoteId } from '../../report/ids'
import type { Report } from '../../report/report'

/** How much of a version comes back into today's text. `table`: of indicators, or a general one. */
export type RestoreWhat =
  | { readonly kind: 'report' }
  | { readonly kind: 'section'; readonly section: BlockId }
  | { readonly kind: 'note'; readonly note: NoteId }
  | { readonly kind: 'table'; readonly table: BlockId }

export interface RestorePlan {
  readonly kind: 'plan'
  /** Today's report with what comes back. Blocks and records that stay as they are stay the very same objects. */
  readonly after: Report
  /** From today to `after`. */
  readonly differences: readonly Difference[]
  /** Blocks of the version that stand in another section today; they are left where they are. */
  readonly elsewhere: number
}

/** `same`: today's text says it already. `gone`: the version lacks it, or nothing is left today to put it into. */
export type Restoring = RestorePlan | { readonly kind: 'same' } | { readonly kind: 'gone' }
