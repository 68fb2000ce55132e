import { Fragment, type Node } from 'prosemirror-model'
import { schema } from '../../../shared/report/schema'

/** The offsets of the spaces in a block, notes counted. */
export function spacesIn(block: Node): number[] {
  const spaces: number[] = []
  block.forEach((child, offset) => {
    for (const { index } of (child.text ?? '').matchAll(/ /gu)) spaces.push(offset + index)
  })
  return spaces
}

export interface Word {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The words between two spaces of a block, without those that hold a note's mark. */
export function wordsBetween(block: Node): readonly Word[] {
  const spaces = spacesIn(block)
  return spaces.slice(0, -1).flatMap((space, index): Word[] => {
    const [from, to] = [space + 1, spaces[index + 1] ?? 0]
    const text = block.textBetween(from, to, null, '\ufffc')
    return text === '' || text.includes('\ufffc') ? [] : [{ from, to, text }]
  })
}

/** A block with the text of a stretch replaced; `by` may be empty. */
export function replaced(block: Node, from: number, to: number, by: string): Node {
  const marks = block.content.cut(from, to).firstChild?.marks ?? []
  const fresh = by === '' ? Fragment.empty : Fragment.from(schema.text(by, marks))
  return block.copy(block.content.cut(0, from).append(fresh).append(block.content.cut(to)))
}

export const appended = (block: Node, ...nodes: readonly Node[]): Node =>
  block.copy(block.content.append(Fragment.from(nodes)))
