import { useCallback, useEffect, useMemo } from 'react'
import { NodeSelection, Selection } from 'prosemirror-state'
import { rowCells, type RowCell } from '../../../shared/indicators/indicator-row'
import type { RowId, TableId } from '../../../shared/report/ids'
import { byHand, indicatorsOf } from '../../../shared/sync/report-doc'
import type { ReportSession } from '../../state/report-session'
import { useProposedCells } from '../../state/proposed-here'
import { useSession, useSnapshot } from '../../state/use-session'
import { Notice } from '../../ui/Notice'
import { vi } from '../../wording/vi'
import { blockPos } from '../blocks/block-pos'
import { foundIn } from './use-found'
import { IndicatorGrid } from './IndicatorGrid'

/** The grid of one table, joined to the report: its records, its steps of undo, its way back to the text. */
export function IndicatorBlock({ id }: { id: TableId }) {
  const session = useSession()
  const table = useSnapshot(now => now.indicators().get(id))
  const wanted = useSnapshot(now => wantedCell(now, id))
  const enter = useCallback(
    (rowId: RowId, cell: RowCell) => session.enter({ kind: 'cell', tableId: id, rowId, cell }),
    [session, id],
  )
  const { matches, current } = useSnapshot(now => now.finder.state())
  const found = useMemo(() => foundIn(id, matches, current), [id, matches, current])
  const proposed = useProposedCells(id)
  const annotated = useSnapshot(now => now.review.cellsOf(id))
  const [wantedRow, wantedColumn] = wanted.split(' ')
  const row = table?.rows.findIndex(each => each.id === wantedRow) ?? -1
  const column = rowCells.indexOf((wantedColumn ?? '') as RowCell)
  useEffect(() => {
    const cell = rowCells[column]
    if (wantedRow && cell) enter(wantedRow as RowId, cell)
  }, [wantedRow, column, enter])
  if (!table) return <Notice kind="wait" title={vi.grid.missing} />
  return (
    <IndicatorGrid
      body={session.body}
      table={table}
      readOnly={session.readOnly}
      found={found}
      annotated={annotated}
      proposed={proposed}
      wanted={row >= 0 && column >= 0 ? { row, column } : null}
      onEnter={enter}
      onStep={session.history.separate}
      openStep={session.history.openStep}
      onLeave={to => leave(session, id, to)}
      onRemove={() => remove(session, id)}
    />
  )
}

/** "row cell" of the cell in this table where the person is to be taken; empty where it is elsewhere. */
function wantedCell(session: ReportSession, id: TableId): string {
  const wanted = session.wanted()
  return wanted?.kind === 'cell' && wanted.tableId === id ? `${wanted.rowId} ${wanted.cell}` : ''
}

function leave(session: ReportSession, id: TableId, to: 1 | -1): void {
  session.run((state, dispatch) => {
    const pos = blockPos(state.doc, id)
    if (pos === null) return false
    const $edge = state.doc.resolve(to > 0 ? pos + 1 : pos)
    const selection = Selection.findFrom($edge, to) ?? NodeSelection.create(state.doc, pos)
    dispatch?.(state.tr.setSelection(selection).scrollIntoView())
    return true
  })
}

/** The block and its records go in one step of undo, and come back so. */
function remove(session: ReportSession, id: TableId): void {
  session.history.oneStep(() => {
    session.run((state, dispatch) => {
      const pos = blockPos(state.doc, id)
      if (pos === null) return false
      dispatch?.(state.tr.delete(pos, pos + 1))
      return true
    })
    session.body.transact(() => indicatorsOf(session.body).delete(id), byHand)
  })
}
