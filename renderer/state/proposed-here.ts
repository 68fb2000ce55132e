import { useMemo } from 'react'
import type { RowCell } from '../../shared/indicators/indicator-row'
import type { OptionsId, RowId, TableId, WordingId } from '../../shared/report/ids'
import type { Edit } from '../../shared/review/apply-edit'
import { colourOfMember } from '../../shared/sync/member-colour'
import { vi } from '../wording/vi'
import { proposalLabel, useProposals, type Standing } from './proposals'
import { useTracked, type Tracked } from './tracked'

/** A proposal or a tracked change in a cell of a table of indicators, as the table draws it. */
export interface ProposedCell {
  readonly id: string
  readonly row: RowId
  readonly column: RowCell
  /** Who would have what there, or what was there before; read aloud and shown as a tip. */
  readonly label: string
  /** Of the author, 1 … 8, see tokens.css. */
  readonly colour: number
  readonly isChosen: boolean
}

type CellEdit = Extract<Edit, { kind: 'cell' }>

/** What is proposed in the cells of a table, in the order of the report; proposals before tracked changes. */
export function useProposedCells(table: TableId): readonly ProposedCell[] {
  const proposals = useProposals(state => state.list)
  const chosen = useProposals(state => state.chosen)
  const tracked = useTracked(state => state.list)
  // The same while it says the same: the lists are new after every pause.
  const words = JSON.stringify(proposedCells(table, { proposals, tracked, chosen }))
  return useMemo(() => JSON.parse(words) as readonly ProposedCell[], [words])
}

interface Sources {
  readonly proposals: readonly Standing[]
  readonly tracked: readonly Tracked[]
  readonly chosen: string | null
}

function proposedCells(table: TableId, { proposals, tracked, chosen }: Sources): ProposedCell[] {
  const cellOf = (
    { id, author }: { readonly id: string; readonly author: string },
    edit: Edit | undefined,
    label: (edit: CellEdit) => string,
  ): ProposedCell[] => {
    if (edit?.kind !== 'cell' || edit.table !== table) return []
    const { row, column } = edit
    return [{ id, row, column, label: label(edit), colour: colourOfMember(author), isChosen: id === chosen }]
  }
  return [
    ...proposals.flatMap(({ proposal, applied }) =>
      cellOf(
        proposal,
        editOf(applied),
        ({ words }) => `${proposalLabel(proposal)}: ${words || vi.proposals.nothing}`,
      ),
    ),
    ...tracked.flatMap(({ change, standing }) =>
      cellOf(change, standing.back[0], () =>
        vi.proposals.tracking.cell(standing.was || vi.proposals.nothing),
      ),
    ),
  ]
}

const editOf = (applied: Standing['applied']): Edit | undefined =>
  applied?.kind === 'edit' ? applied.edit : undefined

/** Who would have which wording of a choice, in words. */
export function useProposedWordings(options: OptionsId): Readonly<Partial<Record<WordingId, string>>> {
  const proposals = useProposals(state => state.list)
  const words = JSON.stringify(proposedWordings(options, proposals))
  return useMemo(() => JSON.parse(words) as Partial<Record<WordingId, string>>, [words])
}

function proposedWordings(
  options: OptionsId,
  proposals: readonly Standing[],
): Partial<Record<WordingId, string>> {
  const labels: Partial<Record<WordingId, string>> = {}
  for (const { proposal, applied } of proposals) {
    const edit = editOf(applied)
    if (edit?.kind !== 'choice' || edit.options !== options || edit.chosen === '') continue
    const before = labels[edit.chosen]
    const label = proposalLabel(proposal)
    labels[edit.chosen] = before ? `${before}; ${label}` : label
  }
  return labels
}
