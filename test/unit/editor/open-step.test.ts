import { expect, test } from 'vitest'
import { Doc } from 'yjs'
import { setField } from '../../../renderer/editor/records/fields'
import { createUndoHistory } from '../../../renderer/editor/undo/undo-history'
import { readFields } from '../../../shared/sync/read-report'
import { fieldsOf } from '../../../shared/sync/report-doc'

function open() {
  const body = new Doc()
  const history = createUndoHistory(body, () => undefined)
  setField(body, 'place', 'An Bình')
  history.separate()
  return {
    body,
    history,
    write: (words: string) => setField(body, 'title', words),
    read: () => readFields(body),
  }
}

const later = () => new Promise(resolve => setTimeout(resolve, 600))

test('what is typed in one visit to a field is one step, however long the pause', async () => {
  const { history, write, read } = open()
  const step = history.openStep()
  step.add(() => write('Bá'))
  await later()
  step.add(() => write('Báo cáo'))
  history.undo()
  expect(read()).toMatchObject({ title: '', place: 'An Bình' })
  history.redo()
  expect(read().title).toBe('Báo cáo')
})

test('another visit is another step, and so is what was typed after an undo', () => {
  const { history, write, read } = open()
  const step = history.openStep()
  step.add(() => write('một'))
  history.openStep().add(() => write('hai'))
  history.undo()
  expect(read().title).toBe('một')
  history.undo()
  step.add(() => write('ba'))
  history.undo()
  expect(read()).toMatchObject({ title: '', place: 'An Bình' })
})

test('a visit that is taken back leaves neither words nor a step', () => {
  const { history, write, read } = open()
  const step = history.openStep()
  step.add(() => write('một'))
  step.add(() => write('hai'))
  expect(step.takeBack()).toBe(true)
  expect(read()).toMatchObject({ title: '', place: 'An Bình' })
  expect(history.canRedo()).toBe(false)
  history.undo()
  expect(read().place).toBe('')
})

test('taking back words that a colleague has overwritten undoes nothing else', () => {
  const { body, history, write, read } = open()
  const step = history.openStep()
  step.add(() => write('một'))
  body.transact(() => fieldsOf(body).set('title', 'của đồng nghiệp'), 'colleague')
  step.takeBack()
  expect(read()).toMatchObject({ title: 'của đồng nghiệp', place: 'An Bình' })
})
