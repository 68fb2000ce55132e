import { TextSelection, type Command } from 'prosemirror-state'
import type { MouseEvent } from 'react'
import type { MenuItem } from '../../../shared/ipc/contract'
import type { MenuId } from '../../../shared/ipc/menu-ids'
import * as table from '../../editor/commands/tables'
import { popUp } from '../../state/pop-up'
import type { ReportSession } from '../../state/report-session'
import { runCommand } from '../../state/run-command'
import { vi } from '../../wording/vi'
import { clipboardItems } from '../clipboard-items'

const tableActs: readonly (readonly [string, string, Command])[] = [
  ['row-above', vi.menu.rowAbove, table.rowAbove],
  ['row-below', vi.menu.rowBelow, table.rowBelow],
  ['remove-row', vi.menu.removeRow, table.removeRow],
  ['column-left', vi.menu.columnLeft, table.columnLeft],
  ['column-right', vi.menu.columnRight, table.columnRight],
  ['remove-column', vi.menu.removeColumn, table.removeColumn],
  ['merge', vi.menu.mergeCells, table.mergeCells],
  ['split', vi.menu.splitCell, table.splitCell],
  ['header', vi.menu.headerRow, table.toggleHeaderRows],
  ['remove-table', vi.menu.removeTable, table.removeTable],
]

/** The menu of the text: clipboard, what the caret stands in, structure. */
export function openTextMenu(event: MouseEvent, session: ReportSession): void {
  event.preventDefault()
  putCaret(event, session)
  const items = itemsFor(session)
  void popUp(items).then(chosen => {
    if (!chosen || chosen.startsWith('role:')) return
    const act = tableActs.find(([id]) => id === chosen)
    if (act) session.run(act[2])
    else runCommand(chosen as MenuId, session)
  })
}

/** As everywhere: the right button moves the caret unless it falls into what is selected. */
function putCaret({ clientX, clientY }: MouseEvent, session: ReportSession): void {
  const view = session.editor()
  const at = view?.posAtCoords({ left: clientX, top: clientY })
  if (!view || !at) return
  const { from, to } = view.state.selection
  if (at.pos >= from && at.pos <= to) return
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))))
  view.focus()
}

const line = (id: string): MenuItem => ({ id, label: '', separator: true })

function itemsFor(session: ReportSession): MenuItem[] {
  const caret = session.caret()
  const enabled = !session.readOnly
  const section: MenuItem[] = [
    { id: 'insert-note', label: vi.tools.noteLong, accelerator: 'Ctrl+Alt+F', enabled },
    { id: 'insert-link', label: vi.link.title, accelerator: 'Ctrl+K', enabled },
    { id: 'annotate', label: vi.annotations.add, accelerator: vi.annotations.addKeys },
    { id: 'sentence-history', label: vi.history.open },
    line('s2'),
    {
      id: 'promote',
      label: vi.tools.promote,
      accelerator: 'Alt+Shift+Left',
      enabled: enabled && caret?.canPromote === true,
    },
    {
      id: 'demote',
      label: vi.tools.demote,
      accelerator: 'Alt+Shift+Right',
      enabled: enabled && caret?.canDemote === true,
    },
    { id: 'move-up', label: vi.outline.moveUp, accelerator: 'Alt+Shift+Up', enabled },
    { id: 'move-down', label: vi.outline.moveDown, accelerator: 'Alt+Shift+Down', enabled },
  ]
  const cells: MenuItem[] = tableActs.map(([id, label, command]) => ({
    id,
    label,
    enabled: enabled && session.can(command),
  }))
  return [...clipboardItems(enabled), line('s1'), ...(caret?.isInTable ? cells : section)]
}
