// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { createProposalEditor, type ProposalEditor } from '../../../renderer/editor/review/proposal-editor'
import { blockIdOf, blocksOf } from '../../../shared/report/nodes'
import { note, noteRef, paragraph, sheet, text } from '../../support/build-report'
import { writer } from '../../support/writers'
import type { Node } from 'prosemirror-model'
import { report } from '../../support/build-report'

// Gives jsdom what the editors ask of a layout.
writer(1, report({ text: text(sheet(paragraph('x'))) }))

function open(start: Node): ProposalEditor {
  return createProposalEditor({
    mount: document.body.appendChild(document.createElement('div')),
    start,
    label: 'Nội dung đề xuất',
    numberOf: () => 7,
    enter: () => undefined,
    leave: () => undefined,
    onUpdate: () => undefined,
  })
}

function press({ view }: ProposalEditor, key: string): void {
  const event = new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true })
  view.someProp('handleKeyDown', handle => handle(view, event))
}

const typeHere = ({ view }: ProposalEditor, words: string): void => {
  for (const letter of words) view.dispatch(view.state.tr.insertText(letter))
}

test('words typed over everything stay in the block that was there', () => {
  const block = paragraph('Tốc độ tăng')
  const editor = open(text(sheet(block)))
  press(editor, 'a')
  typeHere(editor, 'Nhịp độ')
  const blocks = blocksOf(editor.read())
  expect(blocks.map(each => each.textContent)).toEqual(['Nhịp độ'])
  expect(blocks.map(blockIdOf)).toEqual([blockIdOf(block)])
  editor.stop()
})

test('the mark of a note bears the number that the note has in the report', () => {
  const editor = open(text(sheet(paragraph('Đạt 12%', noteRef('n1')))))
  expect(editor.view.dom.querySelector('sup')?.dataset['number']).toBe('7')
  editor.stop()
})

test('a paragraph is added behind and written in', () => {
  const editor = open(text(sheet(paragraph('Đoạn hai'))))
  editor.addBehind()
  typeHere(editor, 'Đoạn ba')
  expect(blocksOf(editor.read()).map(each => each.textContent)).toEqual(['Đoạn hai', 'Đoạn ba'])
  editor.stop()
})

test('what is copied is still there a moment later', async () => {
  const editor = open(text(sheet(paragraph('Đoạn hai'))))
  await new Promise(resolve => setTimeout(resolve, 50))
  typeHere(editor, ' thêm')
  await new Promise(resolve => setTimeout(resolve, 50))
  expect(editor.read().textContent).toBe('Đoạn hai thêm')
  editor.stop()
})

test('a note is copied, not touched', () => {
  const start = note('Số liệu cũ')
  const editor = open(start)
  typeHere(editor, ' và mới')
  expect(editor.read().textContent).toBe('Số liệu cũ và mới')
  expect(start.textContent).toBe('Số liệu cũ')
  editor.stop()
})
