import type { EditorView } from 'prosemirror-view'
import type { Doc } from 'yjs'
import { fieldNames } from '../../../shared/report/fields'
import type { Report } from '../../../shared/report/report'
import { byHand, fieldsOf } from '../../../shared/sync/report-doc'
import { inRounds } from '../../../shared/versions/restore/in-rounds'
import { planRestore } from '../../../shared/versions/restore/plan-restore'
import type { RestoreWhat } from '../../../shared/versions/restore/restore-what'
import { arrange } from '../../editor/commands/arrange'
import {
  addRecords,
  changeRecords,
  differingRecords,
  removeRecords,
} from '../../editor/records/rewrite/rewrite-records'
import { mayEdit } from '../../editor/rights/limit-edits'
import { mayChangeFields, mayChangeRecord } from '../../editor/rights/rights'
import type { UndoHistory } from '../../editor/undo/undo-history'
import type { Editors } from './editors'

interface Desk {
  readonly body: Doc
  readonly editors: Editors
  readonly history: UndoHistory
}

/** `refused`: the person may not write all of it, and was told why. `same`, `gone`: see `Restoring`. */
export type Restored = 'done' | 'refused' | 'same' | 'gone'

interface Wanted {
  readonly version: Report
  readonly what: RestoreWhat
}

/**
 * Brings back what a version says into the report as it is now (`today`), as an edit of the person's own in one step of
 * undo. Done whole or not at all.
 */
export function restore(today: Report, { version, what }: Wanted, desk: Desk): Restored {
  const plan = planRestore(today, version, what)
  if (plan.kind !== 'plan') return plan.kind
  const view = desk.editors.text()
  if (!view || !mayAll(today, plan.after, desk.body)) return 'refused'
  desk.history.oneStep(() => write(today, plan.after, view, desk.body))
  return 'done'
}

function write(today: Report, after: Report, view: EditorView, body: Doc): void {
  const byHandOnly = (change: () => void): void => body.transact(change, byHand)
  byHandOnly(() => addRecords(body, today, after))
  if (after.text !== today.text)
    for (const text of inRounds(today.text, after.text)) show(view, text.content.content)
  byHandOnly(() => {
    changeRecords(body, today, after)
    writeFields(body, today, after)
    removeRecords(body, today, after)
  })
}

const show = (view: EditorView, sheets: Parameters<typeof arrange>[1]): void =>
  view.dispatch(arrange(view.state, sheets))

/** Asked of all before any is written, so that no half of it is left standing. */
function mayAll(before: Report, after: Report, body: Doc): boolean {
  return (
    (before.text === after.text || mayEdit(body, before.text, after.text)) &&
    (before.fields === after.fields || mayChangeFields(body)) &&
    differingRecords(before, after).every(id => mayChangeRecord(body, id))
  )
}

function writeFields(body: Doc, before: Report, after: Report): void {
  for (const name of fieldNames)
    if (before.fields[name] !== after.fields[name]) fieldsOf(body).set(name, after.fields[name])
}
