import { applyProposal, type Proposed } from './apply-proposal'
import type { AnchorIndex } from './anchor-index'
import type { Applied, Edit, Proposable } from './apply-edit'
import { isTextEdit, rangeOf, touch, type Range } from './apply-text'

/** Several proposals at once: what can be carried out together, and what of them is in the way of another. */
export interface Plan<One extends Proposed> {
  readonly taken: readonly { readonly proposal: One; readonly edit: Edit }[]
  /** With what is in the way; undefined: another one of those taken. */
  readonly left: readonly {
    readonly proposal: One
    readonly why: Exclude<Applied, { kind: 'edit' }> | undefined
  }[]
}

/** All are looked for in the same state of the report, so none makes another's place harder to find. */
export function planProposals<One extends Proposed>(
  proposals: readonly One[],
  index: AnchorIndex,
): Plan<One> {
  const taken: { proposal: One; edit: Edit }[] = []
  const left: Plan<One>['left'][number][] = []
  for (const proposal of proposals) {
    const applied = applyProposal(proposal, index)
    if (applied.kind !== 'edit') left.push({ proposal, why: applied })
    else if (taken.some(other => clash(other.edit, applied.edit, index.report)))
      left.push({ proposal, why: undefined })
    else taken.push({ proposal, edit: applied.edit })
  }
  return { taken, left }
}

/** Whether two edits of one state cannot both be carried out. */
function clash(a: Edit, b: Edit, { text }: Proposable): boolean {
  if (isTextEdit(a) && isTextEdit(b))
    return clashInText(rangeOf(text, a), rangeOf(text, b), isSameInsertion(a, b))
  if (a.kind === 'note' && b.kind === 'note')
    return (
      a.note === b.note &&
      (touch(a, b) || (isPoint(a) && a.from === b.from && a.to === b.to && a.content.eq(b.content)))
    )
  if (a.kind === 'cell' && b.kind === 'cell')
    return a.table === b.table && a.row === b.row && a.column === b.column
  return a.kind === 'choice' && b.kind === 'choice' && a.options === b.options
}

const clashInText = (a: Range | null, b: Range | null, areTheSame: boolean): boolean =>
  !a || !b || touch(a, b) || (areTheSame && isPoint(a) && a.from === b.from && a.to === b.to)

const isPoint = ({ from, to }: Range): boolean => from === to

/** Two people who would add the same words at the same place mean them once. */
const isSameInsertion = (a: Edit, b: Edit): boolean =>
  a.kind === 'words' && b.kind === 'words' && a.content.eq(b.content)
