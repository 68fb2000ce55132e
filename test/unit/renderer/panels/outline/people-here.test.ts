import { expect, test } from 'vitest'
import { peopleByRow, peopleBySection } from '../../../../../renderer/panels/outline/people-here'
import { visibleItems } from '../../../../../renderer/panels/outline/visible-items'
import type { Person } from '../../../../../renderer/state/presence'
import type { Outline, OutlineItem } from '../../../../../shared/outline/outline'
import type { BlockId } from '../../../../../shared/report/ids'

const item = (id: string, depth: number, children: OutlineItem[] = []): OutlineItem => ({
  ...{ id: id as BlockId, level: 'letter', depth, number: '', title: id, path: id },
  children,
})
const inner = item('A1', 1, [item('A1a', 2)])
const roots = [item('A', 0, [inner, item('A2', 1)]), item('B', 0)]
const outline: Outline = {
  roots,
  items: [roots[0]!, inner, inner.children[0]!, roots[0]!.children[1]!, roots[1]!],
}

const person = (name: string, place: string, isSelf = false): Person => ({
  ...{ client: name.length, memberId: name, name, colour: 1, isSelf, isIdle: false, isOtherComputer: false },
  ...{ place: place as BlockId, at: { kind: 'text' } },
})
const namesBy = (shown: ReadonlyMap<BlockId, readonly Person[]>) =>
  Object.fromEntries([...shown].map(([id, people]) => [id, people.map(({ name }) => name)]))

const people = [person('Hà', 'A1a'), person('Tuấn', 'A1'), person('Vân', 'B'), person('tôi', 'A', true)]
const bySection = peopleBySection(people, ({ place }) => place)
const folded = (...ids: string[]) => visibleItems(outline, new Set(ids as BlockId[]), '')

test('colleagues stand beside their section; the person who looks does not', () => {
  expect(namesBy(peopleByRow(outline, folded(), bySection))).toEqual({
    A1: ['Tuấn'],
    A1a: ['Hà'],
    B: ['Vân'],
  })
})

test('those in a section that is folded away stand beside the one that it is folded into', () => {
  expect(namesBy(peopleByRow(outline, folded('A1'), bySection))).toEqual({ A1: ['Tuấn', 'Hà'], B: ['Vân'] })
  expect(namesBy(peopleByRow(outline, folded('A'), bySection))).toEqual({ A: ['Tuấn', 'Hà'], B: ['Vân'] })
})

test('those before the first section stand nowhere', () => {
  expect(namesBy(peopleBySection(people, () => null))).toEqual({})
})
