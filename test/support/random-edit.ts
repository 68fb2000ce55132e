import { Slice } from 'prosemirror-model'
import { TextSelection, type Command } from 'prosemirror-state'
import { insertHeading } from '../../renderer/editor/commands/insert-heading'
import { insertNote } from '../../renderer/editor/commands/insert-note'
import { toggleList } from '../../renderer/editor/commands/lists'
import { moveSection } from '../../renderer/editor/commands/move-section'
import { demote, promote } from '../../renderer/editor/commands/promote-section'
import { setLevel } from '../../renderer/editor/commands/set-level'
import { levels } from '../../shared/report/levels'
import { blockIdOf, blocksOf, isHeading } from '../../shared/report/nodes'
import { forEachTextBlock } from '../../shared/report/text-blocks'
import { firstLetter } from './letters'
import { press, run, type, type Writer } from './writers'

type Edit = (who: Writer, random: () => number) => void

const pick = <T>(items: readonly T[], random: () => number): T | undefined =>
  items[Math.floor(random() * items.length)]

function somewhere({ view }: Writer, random: () => number): number {
  const spots: { pos: number; size: number }[] = []
  forEachTextBlock(view.state.doc, (block, pos) => spots.push({ pos, size: block.content.size }))
  const spot = pick(spots, random)
  return spot ? spot.pos + 1 + Math.floor(random() * (spot.size + 1)) : 0
}

function place(who: Writer, random: () => number, reach = 0): void {
  const { doc, tr } = who.view.state
  const from = somewhere(who, random)
  const to = reach > 0 ? Math.min(doc.content.size, from + Math.floor(random() * reach)) : from
  who.view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))))
}

const placed =
  (act: (who: Writer, random: () => number) => unknown, reach = 0): Edit =>
  (who, random) => {
    place(who, random, reach)
    act(who, random)
  }
const command = (make: (random: () => number) => Command, reach = 0): Edit =>
  placed((who, random) => run(who, make(random)), reach)

let letters = 0
/** A letter that nobody has typed yet, so that each can be followed (test/support/letters.ts). */
const newLetter = (): string => String.fromCodePoint(firstLetter + letters++)

const edits: readonly Edit[] = [
  ...Array.from({ length: 6 }, () => placed(who => type(who, `ạ${newLetter()} `))),
  placed(who => press(who, 'Enter')),
  placed(who => press(who, 'Enter')),
  placed(who => press(who, 'Backspace'), 3),
  placed(who => press(who, 'Backspace'), 60),
  placed(who => press(who, 'Delete'), 150),
  atStart(who => press(who, 'Backspace')),
  atStart(who => press(who, 'Enter')),
  command(random => setLevel(pick(levels, random) ?? null)),
  command(() => setLevel(null)),
  command(() => promote),
  command(() => demote),
  command(() => toggleList('number'), 40),
  command(() => insertHeading()),
  placed(who => run(who, insertNote(who.session))),
  moveSomeSection,
  dragSomeBlock,
  copySomeBlocks,
  who => who.session.undo(),
  who => who.session.redo(),
]

/** One random edit, as a person could make it. */
export const editSomewhere: Edit = (who, random) => pick(edits, random)?.(who, random)

function atStart(act: (who: Writer) => unknown): Edit {
  return (who, random) => {
    const $pos = who.view.state.doc.resolve(somewhere(who, random))
    if ($pos.depth === 0) return
    who.view.dispatch(who.view.state.tr.setSelection(TextSelection.create(who.view.state.doc, $pos.start())))
    act(who)
  }
}

function moveSomeSection(who: Writer, random: () => number): void {
  const blocks = blocksOf(who.view.state.doc)
  const heading = pick(blocks.filter(isHeading), random)
  const before = pick(blocks, random)
  if (heading && before) run(who, moveSection(blockIdOf(heading), random() < 0.1 ? null : blockIdOf(before)))
}

/** Takes a block out and puts it in elsewhere, in one transaction, as drag and drop does. */
function dragSomeBlock({ view }: Writer, random: () => number): void {
  const { doc, tr } = view.state
  const places: number[] = []
  doc.forEach((sheet, pos) => sheet.forEach((_block, offset) => places.push(pos + 1 + offset)))
  const from = pick(places, random)
  const to = pick(places, random)
  const block = from === undefined ? null : doc.nodeAt(from)
  if (from === undefined || to === undefined || !block || from === to) return
  tr.delete(from, from + block.nodeSize)
  view.dispatch(tr.insert(tr.mapping.map(to), block))
}

function copySomeBlocks({ view }: Writer, random: () => number): void {
  const { doc } = view.state
  const sheet = pick(doc.content.content, random)
  const at = pick(doc.content.content, random)
  if (!sheet || !at || doc.nodeSize > 3000) return
  let pos = 0
  doc.forEach((each, offset) => {
    if (each === at) pos = offset + 1
  })
  view.dispatch(view.state.tr.replace(pos, pos, new Slice(sheet.content, 0, 0)))
}
