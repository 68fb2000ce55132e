import { expect, test } from 'vitest'
import { Doc } from 'yjs'
import { createPendingWrites } from '../../../renderer/editor/sync/pending-writes'
import { createUndoHistory } from '../../../renderer/editor/undo/undo-history'
import { byHand } from '../../../shared/sync/report-doc'

test('letters that are still to be written when a step ends come into that step', () => {
  const body = new Doc()
  const meta = body.getMap('meta')
  const writes = createPendingWrites(body, () => undefined)
  const history = createUndoHistory(body, () => undefined, writes.settle)
  const write = (name: string): void => body.transact(() => void meta.set(name, 'mới'), byHand)
  history.oneStep(() => writes.add(() => write('title')))
  write('number')
  history.undo()
  expect(meta.toJSON()).toEqual({ title: 'mới' })
  history.undo()
  expect(meta.toJSON()).toEqual({})
})
