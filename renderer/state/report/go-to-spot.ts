import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { AnchorSpot } from '../../../shared/review/anchor-place'
import { findBlock } from '../../../shared/report/find-block'
import type { Place } from '../../editor/place'
import type { Editors } from './editors'
import { bringIntoView, goToBlock } from './go-to'

/** Takes the person to a spot, its words selected; false where it is not on screen and cannot be. */
export function goToSpot(editors: Editors, spot: AnchorSpot): boolean {
  const text = editors.text()
  switch (spot.kind) {
    case 'cell':
      editors.goTo(placeOfCell(spot))
      return true
    case 'note':
      editors.goBack({
        place: { kind: 'note', id: spot.note },
        selection: { anchor: { blockId: '', offset: spot.from }, head: { blockId: '', offset: spot.to } },
      })
      return true
    case 'text':
      return text !== null && goToWords(text, spot)
    case 'section':
      return (
        text !== null && (spot.section === 'report' ? goToWords(text, start) : goToBlock(text, spot.section))
      )
    case 'block':
      editors.draw({ kind: 'table', tableId: spot.block as never })
      return text !== null && goToBlock(text, spot.block)
  }
}

const start = { from: 0, to: 0 }

/** Brings a spot into view; the focus and the caret stay where they are. */
export function showSpot(editors: Editors, spot: AnchorSpot): boolean {
  if (spot.kind === 'cell' || spot.kind === 'note') {
    editors.want(spot.kind === 'cell' ? placeOfCell(spot) : { kind: 'note', id: spot.note })
    return true
  }
  const text = editors.text()
  const pos = text && positionOf(text, spot)
  if (!text || pos === null) return false
  bringIntoView(text, pos)
  return true
}

function positionOf({ state: { doc } }: EditorView, spot: AnchorSpot): number | null {
  if (spot.kind === 'text') return Math.min(spot.from, doc.content.size)
  if (spot.kind === 'section')
    return spot.section === 'report' ? 0 : (findBlock(doc, spot.section)?.pos ?? null)
  return spot.kind === 'block' ? (findBlock(doc, spot.block)?.pos ?? null) : null
}

const placeOfCell = ({ table, row, column }: Extract<AnchorSpot, { kind: 'cell' }>): Place => ({
  ...{ kind: 'cell', tableId: table, rowId: row, cell: column },
})

function goToWords(view: EditorView, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const { doc, tr } = view.state
  const within = (pos: number) => doc.resolve(Math.min(pos, doc.content.size))
  view.dispatch(tr.setSelection(TextSelection.between(within(from), within(to))))
  view.focus()
  bringIntoView(view, view.state.selection.from)
  return true
}
