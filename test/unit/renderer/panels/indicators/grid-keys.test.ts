import { expect, test } from 'vitest'
import { gridAction, type Mode } from '../../../../../renderer/panels/indicators/grid-keys'

/** "Alt+Shift+ArrowUp" as an event has it. */
function press(name: string, mode: Mode) {
  const parts = name.split('+')
  const has = (part: string) => parts.includes(part)
  return gridAction(
    { key: parts.at(-1) ?? '', ctrlKey: has('Ctrl'), shiftKey: has('Shift'), altKey: has('Alt') },
    mode,
  )
}

test('arrows go to the next cell while a cell is chosen or replaced, and move the caret while it is edited', () => {
  const down = { kind: 'move', by: { row: 1, column: 0 } }
  expect(press('ArrowDown', 'ready')).toEqual(down)
  expect(press('ArrowDown', 'typing')).toEqual(down)
  expect(press('ArrowDown', 'editing')).toBeNull()
})

test('Enter and Tab leave the cell in every mode', () => {
  for (const mode of ['ready', 'typing', 'editing'] as const) {
    expect(press('Enter', mode)).toEqual({ kind: 'move', by: { row: 1, column: 0 } })
    expect(press('Shift+Enter', mode)).toEqual({ kind: 'move', by: { row: -1, column: 0 } })
    expect(press('Tab', mode)).toEqual({ kind: 'step', by: 1 })
    expect(press('Shift+Tab', mode)).toEqual({ kind: 'step', by: -1 })
  }
})

test('Escape restores a cell that is being typed into, and leaves the grid from one that is only chosen', () => {
  expect(press('Escape', 'typing')).toEqual({ kind: 'cancel' })
  expect(press('Escape', 'editing')).toEqual({ kind: 'cancel' })
  expect(press('Escape', 'ready')).toEqual({ kind: 'leave', to: 1 })
})

test('letters and clipboard keys are the field’s own', () => {
  for (const key of ['a', 'đ', 'Ctrl+c', 'Ctrl+v', 'Process']) expect(press(key, 'ready')).toBeNull()
})

test('Alt with Enter or arrows adds and moves rows; within a text Alt+Enter is a line break', () => {
  expect(press('Alt+Enter', 'ready')).toEqual({ kind: 'add-row', where: 'below' })
  expect(press('Alt+Shift+Enter', 'ready')).toEqual({ kind: 'add-row', where: 'above' })
  expect(press('Alt+ArrowUp', 'ready')).toEqual({ kind: 'move-rows', by: -1 })
  expect(press('Alt+Enter', 'editing')).toEqual({ kind: 'break' })
})

test('Delete empties the chosen cells but deletes letters while typing', () => {
  expect(press('Delete', 'ready')).toEqual({ kind: 'clear' })
  expect(press('Delete', 'typing')).toBeNull()
  expect(press('Ctrl+Delete', 'ready')).toEqual({ kind: 'remove-rows' })
})
