import { Plus } from 'lucide-react'
import { useMemo, useRef, useState, type FocusEvent, type MouseEvent } from 'react'
import type { Doc } from 'yjs'
import { rowCells, type IndicatorTable, type RowCell } from '../../../shared/indicators/indicator-row'
import type { RowId } from '../../../shared/report/ids'
import { numberRows } from '../../../shared/numbering/number-rows'
import type { AnnotatedCell } from '../../editor/review/review-places'
import type { ProposedCell } from '../../state/proposed-here'
import type { OpenStep } from '../../editor/undo/open-step'
import { renameColumn, renameTable } from '../../state/indicator-edits'
import { Button } from '../../ui/Button'
import { vi } from '../../wording/vi'
import { CellInput } from './CellInput'
import { GridRow, type CellAt } from './GridRow'
import { openGridMenu } from './grid-menu'
import type { GridContext } from './grid-context'
import { TitleInput } from './TitleInput'
import { areaOf, isIn, type Spot } from './spot'
import { useMarkedCells } from './use-marked-cells'
import { useColleaguesIn } from './use-colleagues'
import { useFoundWords, type Found } from './use-found'
import { useEntered, useWanted } from './use-place'
import { act, edit, goTo, goToRow, settle, useGrid } from './use-grid'

interface IndicatorGridProps {
  readonly body: Doc
  readonly table: IndicatorTable
  readonly readOnly: boolean
  /** Where the words that are looked for stand in this table. */
  readonly found: Found
  readonly annotated: readonly AnnotatedCell[]
  readonly proposed: readonly ProposedCell[]
  /** The cell where the person is to be taken now. */
  readonly wanted: Spot | null
  readonly onEnter: (row: RowId, cell: RowCell) => void
  /** What is done next becomes a step of undo of its own. */
  readonly onStep: () => void
  /** A step of undo that stays open while a person types in one field. */
  readonly openStep: () => OpenStep
  readonly onLeave: (to: 1 | -1) => void
  /** Takes the whole table out of the text. */
  readonly onRemove: () => void
}

/** An indicator table as it stands in the text: printed shape, spreadsheet keys. */
export function IndicatorGrid(props: IndicatorGridProps) {
  const { body, table, readOnly, onStep, openStep, onLeave, onRemove } = props
  const grid = useGrid({ body, table, readOnly, onStep, openStep, onLeave })
  const [focused, setFocused] = useState(false)
  const numbers = useMemo(() => numberRows(table.rows), [table.rows])

  useWanted(props.wanted, grid, setFocused)
  const figure = useRef<HTMLElement>(null)
  useFoundWords(figure, props.found, table.rows)
  useColleaguesIn(figure, table)
  useMarkedCells(figure, props, table.rows)
  useEntered(grid, focused, props.onEnter)

  function blur(event: FocusEvent) {
    if (event.currentTarget.contains(event.relatedTarget)) return
    setFocused(false)
    settle(grid)
  }
  return (
    <figure
      className="indicators"
      aria-label={vi.grid.table}
      ref={figure}
      data-focused={focused || undefined}
    >
      <TitleInput
        className="table-title"
        label={vi.grid.tableTitle}
        found={props.found.title}
        placeholder={vi.grid.titlePlaceholder}
        value={table.title}
        readOnly={readOnly}
        openStep={openStep}
        onWrite={title => renameTable(body, table.id, title)}
      />
      <table
        role="grid"
        aria-label={table.title || vi.grid.table}
        onFocus={() => setFocused(true)}
        onBlur={blur}
        onContextMenu={event => openGridMenu(event, grid, onRemove)}
      >
        <GridHead body={body} table={table} readOnly={readOnly} openStep={openStep} />
        <GridBody grid={grid} numbers={numbers} focused={focused} onRemove={onRemove} />
      </table>
      {table.rows.length === 0 && <p className="grid-empty">{vi.grid.empty}</p>}
      {!readOnly && (
        <figcaption className="grid-foot">
          <Button
            look="quiet"
            size="small"
            icon={Plus}
            onClick={() => act(bottom(grid), { kind: 'add-row', where: 'below' })}
          >
            {vi.grid.addRow}
          </Button>
          <span className="grid-keys">{vi.grid.keys}</span>
        </figcaption>
      )}
    </figure>
  )
}

type GridHeadProps = Pick<IndicatorGridProps, 'body' | 'table' | 'readOnly' | 'openStep'>

function GridHead({ body, table, readOnly, openStep }: GridHeadProps) {
  return (
    <thead>
      <tr>
        <th scope="col" className="number">
          {vi.grid.number}
        </th>
        {rowCells.map(cell => (
          <th key={cell} scope="col" className={cell}>
            <TitleInput
              className="column-title"
              label={`${vi.grid.columnTitle}: ${table.columns[cell]}`}
              placeholder=""
              value={table.columns[cell]}
              readOnly={readOnly}
              openStep={openStep}
              onWrite={title => renameColumn(body, table.id, cell, title)}
            />
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface GridBodyProps {
  readonly grid: GridContext
  readonly numbers: ReturnType<typeof numberRows>
  readonly focused: boolean
  readonly onRemove: () => void
}

function GridBody({ grid, numbers, focused, onRemove }: GridBodyProps) {
  // Rows are memoised, so their handlers must not change with every keystroke; they read the moment from here.
  const now = useRef({ grid, onRemove })
  now.current = { grid, onRemove }
  const handlers = useMemo(
    () => ({
      onPress: (cell: CellAt, event: MouseEvent) => press(now.current.grid, cell, event),
      onDrag: ({ row, column }: CellAt) => goTo(now.current.grid, { row, column }, true),
      onStatus: (row: number) => {
        goTo(now.current.grid, { row, column: rowCells.length - 1 }, false)
        openGridMenu(null, now.current.grid, now.current.onRemove, row)
      },
    }),
    [],
  )
  const area = areaOf(grid.selection)
  const { head } = grid.selection
  return (
    <tbody>
      {grid.table.rows.map((row, index) => {
        const chosen = focused && isIn(area, { row: index, column: area.left })
        const caret = head.row === index
        const label = vi.grid.cell(grid.table.columns[rowCells[head.column] ?? 'name'], row.name)
        return (
          <GridRow
            key={row.id}
            row={row}
            index={index}
            number={numbers.get(row.id) ?? ''}
            chosenFrom={chosen ? area.left : null}
            chosenTo={chosen ? area.right : null}
            caret={caret ? head.column : null}
            input={caret ? <CellInput grid={grid} label={label} focused={focused} /> : null}
            {...handlers}
          />
        )
      })}
    </tbody>
  )
}

function press(grid: GridContext, { row, column }: CellAt, event: MouseEvent): void {
  // The right button keeps a selection that it falls into: the menu is for all of it.
  if (event.button === 2 && isIn(areaOf(grid.selection), { row, column: Math.max(0, column) })) return
  const { head } = grid.selection
  if (
    event.target instanceof HTMLTextAreaElement &&
    head.row === row &&
    head.column === column &&
    !event.shiftKey
  ) {
    if (event.detail === 2) edit(grid)
    return
  }
  if (event.target instanceof Element && event.target.closest('button')) return
  event.preventDefault()
  if (column < 0) goToRow(grid, row, event.shiftKey)
  else goTo(grid, { row, column }, event.shiftKey)
  focusField(event)
}

/** The pressed cell's field appears with the next drawing; until then the focus goes to the present one. */
function focusField(event: MouseEvent): void {
  event.currentTarget.closest('table')?.querySelector('textarea')?.focus({ preventScroll: true })
}

/** The grid with its last row chosen: where the button below adds. */
const bottom = (grid: GridContext): GridContext => {
  const last = Math.max(0, grid.size.rows - 1)
  return { ...grid, area: { top: last, bottom: last, left: 0, right: 0 } }
}
