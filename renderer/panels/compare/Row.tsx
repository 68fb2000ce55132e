import { isIndicatorTable, isOptions, isTable } from '../../../shared/report/nodes'
import type { ComparedRow } from '../../state/compare-rows'
import { ChangedFields } from './ChangedFields'
import { ChangedNotes } from './ChangedNotes'
import { useCompared, type Side } from './compared'
import { GeneralTable } from './GeneralTable'
import { IndicatorTable } from './IndicatorTable'
import { OptionsCell } from './OptionsCell'
import { LeftPlace, RowLabels } from './RowLabels'
import { TextBlock } from './TextBlock'

/** One place of both texts. What is a table is one over both columns, compared within. */
export function Row({ row }: { row: ComparedRow }) {
  const { layout, current } = useCompared()
  const first = row.now[0] ?? row.was[0]
  const isWhole = !first?.isTextblock || row.kind === 'left'
  const isHere = current !== null && row.kind !== 'left' && row.differences.some(({ key }) => key === current)
  return (
    <div
      className="compared-row"
      data-kind={row.isMoved ? 'moved' : row.kind}
      data-row={row.key}
      data-whole={isWhole || undefined}
      tabIndex={-1}
      aria-current={isHere ? 'true' : undefined}
    >
      <div className="compared-labels">{row.kind !== 'left' && <RowLabels row={row} />}</div>
      {layout === 'one' || isWhole ? (
        <div className="compared-in">{isWhole ? <Whole row={row} /> : <Text row={row} side="both" />}</div>
      ) : (
        <>
          <div className="compared-in">
            <Text row={row} side="was" />
          </div>
          <div className="compared-in">
            <Text row={row} side="now" />
          </div>
        </>
      )}
    </div>
  )
}

const Text = ({ row, side }: { row: ComparedRow; side: Side }) => (
  <>
    <TextBlock row={row} side={side} />
    <ChangedNotes row={row} side={side} />
  </>
)

function Whole({ row }: { row: ComparedRow }) {
  const first = row.now[0] ?? row.was[0]
  if (row.kind === 'left') return <LeftPlace row={row} />
  if (row.kind === 'fields' || !first) return <ChangedFields row={row} />
  return (
    <>
      {isIndicatorTable(first) && <IndicatorTable row={row} />}
      {isOptions(first) && <OptionsCell row={row} />}
      {isTable(first) && <GeneralTable row={row} />}
      <ChangedNotes row={row} side="both" />
    </>
  )
}
