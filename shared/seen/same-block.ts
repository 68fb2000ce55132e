import type { Node } from 'prosemirror-model'
import { recordsIn } from '../approvals/block-content'
import type { Content } from '../compare/content'
import type { NoteId, OptionsId, TableId } from '../report/ids'
import { perObject } from '../util/per-object'

// What was found equal stays so: nodes and records are never changed. After an edit only what it made anew is compared.
const equal = new WeakMap<object, object>()

/** Whether a block says what it said, with everything that it shows. */
export function isSameBlock(was: Node | undefined, before: Content, now: Node, after: Content): boolean {
  if (!was || !isEqual(was, now, (a, b) => a.eq(b))) return false
  return recordsOf(now).every(({ kind, id }) => {
    if (kind === 'notes')
      return isEqual(before.notes.get(id as NoteId), after.notes.get(id as NoteId), (a, b) => a.eq(b))
    return kind === 'indicators'
      ? isEqual(before.indicators.get(id as TableId), after.indicators.get(id as TableId), sayTheSame)
      : isEqual(before.options.get(id as OptionsId), after.options.get(id as OptionsId), sayTheSame)
  })
}

const recordsOf = perObject(recordsIn)

function isEqual<One extends object>(
  was: One | undefined,
  now: One | undefined,
  compare: (was: One, now: One) => boolean,
): boolean {
  if (!was || !now) return was === now
  if (was === now || equal.get(now) === was) return true
  if (!compare(was, now)) return false
  equal.set(now, was)
  return true
}

/** Records are small; their nodes write themselves as JSON. The order of keys may differ, and then they are compared in full. */
const sayTheSame = (was: object, now: object): boolean => JSON.stringify(was) === JSON.stringify(now)
