// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { XmlElement } from 'yjs'
import type { BlockId } from '../../shared/report/ids'
import { blockIdOf, forEachBlock } from '../../shared/report/nodes'
import { readReport } from '../../shared/sync/read-report'
import { textOf } from '../../shared/sync/report-doc'
import { heading, item, note, noteRef, paragraph, report, sheet, text } from '../support/build-report'
import { randomFrom } from '../support/random'
import { editSomewhere } from '../support/random-edit'
import { bothOrders, meet, twoWriters, type Writer } from '../support/writers'

const start = () =>
  report({
    text: text(
      sheet(
        heading('letter', 'Kinh tế'),
        paragraph('Thu ngân sách đạt ', noteRef('n1'), ' kế hoạch'),
        paragraph('Chi'),
      ),
      sheet(heading('roman', 'Công nghiệp'), item('number', 'Thép'), item('bullet', 'Xi măng')),
      sheet(heading('letter', 'Xã hội'), paragraph('Trường học', noteRef('n2')), paragraph('Bệnh viện')),
    ),
    notes: { n1: note('Theo báo cáo'), n2: note('Số liệu ngành') },
  })

function expectUniqueIds({ view }: Writer): void {
  const ids: BlockId[] = []
  forEachBlock(view.state.doc, block => ids.push(blockIdOf(block)))
  expect(ids).not.toContain('')
  expect(new Set(ids).size).toBe(ids.length)
}

/** Which shared element holds each block of the flow, read from the shared document alone. */
function holders({ body }: Writer): Map<string, { element: XmlElement; sheet: XmlElement; kind: string }> {
  const found = new Map<string, { element: XmlElement; sheet: XmlElement; kind: string }>()
  for (const page of textOf(body).toArray() as XmlElement[])
    for (const element of page.toArray() as XmlElement[])
      found.set(element.getAttribute('id') ?? '', { element, sheet: page, kind: element.nodeName })
  return found
}

/** Blocks that keep their order among themselves in both, by the simplest measure: equal neighbours on one side. */
function inPlace(before: readonly string[], after: readonly string[]): string[] {
  let first = 0
  while (first < before.length && before[first] === after[first]) first++
  let last = 0
  while (
    last < before.length - first &&
    last < after.length - first &&
    before.at(-1 - last) === after.at(-1 - last)
  )
    last++
  return [...before.slice(0, first), ...before.slice(before.length - last)]
}

const cases = bothOrders.flatMap(ids => Array.from({ length: 6 }, (_, seed) => ({ ids, seed: seed + 1 })))

/** Letters wait for as long as nothing asks for them: longer than in any window. */
const never = (): void => undefined

test.each(cases)(
  'random edits of two people converge and read the same without an editor ($ids, seed $seed)',
  ({ ids, seed }) => {
    const random = randomFrom(seed * 7919)
    const { ana, ben } = twoWriters(start(), ids, seed % 2 ? never : undefined)
    for (let round = 0; round < 20; round++) {
      for (let count = 0; count < 4; count++) editSomewhere(random() < 0.5 ? ana : ben, random)
      meet(ana, ben)
      expect(ben.view.state.doc.toJSON()).toEqual(ana.view.state.doc.toJSON())
      const read = readReport(ana.body)
      expect(read.text.toJSON()).toEqual(ana.view.state.doc.toJSON())
      expect(new Map([...ana.session.report().notes].map(([id, body]) => [id, body.toJSON()]))).toEqual(
        new Map([...read.notes].map(([id, body]) => [id, body.toJSON()])),
      )
    }
  },
)

test.each(Array.from({ length: 8 }, (_, seed) => seed + 1))(
  'random edits of one person keep block ids unique and untouched blocks in their shared elements (seed %i)',
  seed => {
    const random = randomFrom(seed * 104729)
    const { ana } = twoWriters(start(), [1, 2])
    for (let count = 0; count < 120; count++) {
      const before = holders(ana)
      const nodes = new Map<string, unknown>()
      forEachBlock(ana.view.state.doc, block => nodes.set(blockIdOf(block), block))
      const undone = ana.session.undoState()
      editSomewhere(ana, random)
      expectUniqueIds(ana)
      expect(readReport(ana.body).text.toJSON()).toEqual(ana.view.state.doc.toJSON())
      const isUndo = JSON.stringify(undone) !== JSON.stringify(ana.session.undoState())
      if (isUndo) continue
      const after = holders(ana)
      for (const id of inPlace([...before.keys()], [...after.keys()])) {
        const [old, now] = [before.get(id), after.get(id)]
        if (old?.kind === now?.kind && old?.sheet === now?.sheet) expect(now?.element).toBe(old?.element)
      }
    }
  },
)

test.each(Array.from({ length: 24 }, (_, seed) => seed + 1))(
  'undoing every one of many edits gives back the very text, and redoing them the edited one (seed %i)',
  seed => {
    const random = randomFrom(seed * 15485863)
    const { ana } = twoWriters(start(), [1, 2])
    const { history } = ana.session
    const now = (): unknown => ana.view.state.doc.toJSON()
    const before = now()
    for (let count = 0; count < 60; count++) editSomewhere(ana, random)
    while (history.canRedo()) history.redo()
    const edited = now()
    while (history.canUndo()) history.undo()
    expect(now()).toEqual(before)
    while (history.canRedo()) history.redo()
    expect(now()).toEqual(edited)
  },
)
