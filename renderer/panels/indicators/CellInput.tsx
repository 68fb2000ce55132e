import { useEffect, useLayoutEffect, useRef, type ClipboardEvent, type KeyboardEvent } from 'react'
import type { GridContext } from './grid-context'
import { storedAt } from './grid-context'
import { gridAction } from './grid-keys'
import { clearChosen, copyChosen, pasteAt } from './row-acts'
import { act, type } from './use-grid'

interface CellInputProps {
  readonly grid: GridContext
  readonly label: string
  /** Whether the grid has the focus; the field then takes it as it appears. */
  readonly focused: boolean
}

/**
 * The chosen cell is always a text field with all its words selected: so the first key of an input method
 * (Telex, VNI) starts its composition right there, which a key listener on a plain cell would lose.
 */
export function CellInput({ grid, label, focused }: CellInputProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const { row, column } = grid.selection.head
  const words = grid.mode === 'ready' ? storedAt(grid, grid.selection.head) : grid.words

  useLayoutEffect(() => {
    if (!focused) return
    field.current?.focus({ preventScroll: true })
    field.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [focused, row, column])
  // Words that change under a chosen cell (they are written, undone, a colleague's) put the caret behind them.
  const chosenWords = grid.mode === 'ready' ? words : null
  useEffect(() => {
    // Selecting also takes the focus in Chromium: never while the person is elsewhere.
    if (!focused) return
    if (grid.mode === 'ready') field.current?.select()
    if (grid.mode === 'editing') field.current?.setSelectionRange(words.length, words.length)
    // Only when the cell or the mode changes: typing must not move the caret.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [focused, grid.mode, row, column, chosenWords])

  return (
    <textarea
      ref={field}
      className="cell-input"
      data-mode={grid.mode}
      aria-label={label}
      rows={1}
      spellCheck={false}
      readOnly={grid.readOnly}
      value={words}
      onChange={event => type(grid, event.target.value)}
      onKeyDown={event => onKey(event, grid)}
      onDoubleClick={() => act(grid, { kind: 'edit' })}
      onCopy={event => copy(event, grid, false)}
      onCut={event => copy(event, grid, true)}
      onPaste={event => paste(event, grid)}
    />
  )
}

function onKey(event: KeyboardEvent, grid: GridContext): void {
  if (event.nativeEvent.isComposing) return
  const action = gridAction(event, grid.mode)
  if (!action) return
  event.preventDefault()
  event.stopPropagation()
  act(grid, action)
}

function copy(event: ClipboardEvent, grid: GridContext, cut: boolean): void {
  if (grid.mode !== 'ready') return
  event.preventDefault()
  event.clipboardData.setData('text/plain', copyChosen(grid))
  if (cut) clearChosen(grid)
}

function paste(event: ClipboardEvent, grid: GridContext): void {
  if (grid.mode !== 'ready') return
  event.preventDefault()
  pasteAt(grid, event.clipboardData.getData('text/plain'))
}
