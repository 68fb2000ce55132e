import type { Node } from 'prosemirror-model'
import type { Doc } from 'yjs'
import { numberNotes } from '../../../shared/numbering/number-notes'
import { outlineOf, type Outline } from '../../../shared/outline/outline'
import type { Report } from '../../../shared/report/report'
import { schema } from '../../../shared/report/schema'
import { readFragment } from '../../../shared/sync/read-report'
import { textOf } from '../../../shared/sync/report-doc'
import type { UndoHistory } from '../../editor/undo/undo-history'
import { numberStyleOf } from '../../../shared/print/number-style-of'
import { caretOf, type Caret } from './caret'
import type { Editors } from './editors'
import { createNotesOrder, type NoteEntry } from './notes-order'
import type { Records } from './records'

export interface UndoState {
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** What panels show. Each value keeps its identity while nothing in it changed. */
export interface Snapshots {
  readonly text: () => Node
  readonly report: () => Report
  readonly outline: () => Outline
  readonly notes: () => readonly NoteEntry[]
  readonly caret: () => Caret | null
  readonly undoState: () => UndoState
  readonly stop: () => void
}

interface Sources {
  readonly body: Doc
  readonly editors: Editors
  readonly records: Records
  readonly history: UndoHistory
  readonly onChange: () => void
}

export function createSnapshots({ body, editors, records, history, onChange }: Sources): Snapshots {
  const order = createNotesOrder()
  const caret = sameWhileEqual<Caret | null>()
  const undoState = sameWhileEqual<UndoState>()
  let stored: Node | null = null
  let report: Report | null = null
  const forget = (): void => {
    stored = null
    onChange()
  }
  textOf(body).observeDeep(forget)
  const text = (): Node => editors.text()?.state.doc ?? (stored ??= readFragment(textOf(body), schema))
  return {
    text,
    report() {
      const next: Report = {
        fields: records.fields(),
        text: text(),
        notes: records.notes(),
        indicators: records.indicators(),
        options: records.options(),
      }
      return (report = report && sameParts(report, next) ? report : next)
    },
    outline: () => outlineOf(text(), numberStyleOf(records.fields())),
    notes: () => order(numberNotes(text()), records.notes()),
    caret: () => caret(caretNow(editors)),
    undoState: () => undoState({ canUndo: history.canUndo(), canRedo: history.canRedo() }),
    stop: () => textOf(body).unobserveDeep(forget),
  }
}

function caretNow(editors: Editors): Caret | null {
  const text = editors.text()?.state
  return text ? caretOf(editors.place(), text, editors.active()?.state ?? text) : null
}

const sameParts = (a: Report, b: Report): boolean =>
  (Object.keys(b) as (keyof Report)[]).every(part => a[part] === b[part])

/** Gives back the earlier value while the next one says the same; for small plain values. */
function sameWhileEqual<Value>(): (next: Value) => Value {
  let known: { readonly value: Value; readonly words: string } | undefined
  return next => {
    const words = JSON.stringify(next)
    if (known?.words !== words) known = { value: next, words }
    return known.value
  }
}
