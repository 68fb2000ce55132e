import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { textOf } from '../../../shared/sync/report-doc'
import { refuseIf, type ClosedAt } from './closed'
import { refuse } from './refusal'
import { flowOf, keyOf, type Path } from './sections'
import type { Touched } from './touched'

/*
 * Where sections change their extent, the update is applied to a copy, and the headings over every block are compared.
 * Costs time in proportion to the report, so it is kept for edits of headings and sheets.
 */

/** Refuses an update after which a block that its author may not write stands elsewhere, or new words stand where they may not. */
export function checkSectionsAfter(
  body: Doc,
  update: Uint8Array,
  touched: Touched,
  closedAt: ClosedAt,
): void {
  const before = flowOf(textOf(body))
  const after = flowAfter(body, update)
  const isTouched = new Set([...touched.blocks].map(keyOf))
  for (const [key, { path }] of before) {
    const now = after.get(key)?.path
    if (now && isSame(path, now) && !isTouched.has(key)) continue
    refuseIf(closedAt(path), 'A closed section would change its place or extent')
    if (now) refuseIf(closedAt(now), 'A block would come into a closed section')
  }
  for (const [key, { path }] of after)
    if (!before.has(key)) refuseIf(closedAt(path), 'A new block in a closed section')
}

function flowAfter(body: Doc, update: Uint8Array): ReturnType<typeof flowOf> {
  const copy = new Doc()
  applyUpdate(copy, encodeStateAsUpdate(body))
  applyUpdate(copy, update)
  if (copy.store.pendingStructs ?? copy.store.pendingDs) refuse('gap', 'Something is left waiting')
  const flow = flowOf(textOf(copy))
  copy.destroy()
  return flow
}

const isSame = (a: Path, b: Path): boolean =>
  a.length === b.length && a.every((heading, at) => b[at] !== undefined && keyOf(heading) === keyOf(b[at]))
