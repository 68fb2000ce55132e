import type { Node } from 'prosemirror-model'
import { isNoteRef } from '../../../shared/report/nodes'
import type { BlockId } from '../../../shared/report/ids'
import { perObject } from '../../../shared/util/per-object'
import { idsOf, pathBefore, pathBehind, type Path } from './section-paths'

/** For every block of the text that shows the record (or is named so), the ids of the headings over it. */
export function blocksShowing(text: Node, id: string): BlockId[][] {
  const found: BlockId[][] = []
  text.forEach((sheet, _pos, index) => {
    const showing = shownIn(sheet).get(id)
    if (!showing) return
    let path: Path = pathBefore(text, index)
    sheet.forEach((block, _offset, at) => {
      path = pathBehind(path, block)
      if (showing.has(at)) found.push(idsOf(path))
    })
  })
  return found
}

/** Ids of notes, indicator tables, options and blocks, with the indexes of the blocks that bear or show them. */
const shownIn = perObject((sheet: Node): ReadonlyMap<string, ReadonlySet<number>> => {
  const shown = new Map<string, Set<number>>()
  const add = (node: Node, at: number): void => {
    const id: unknown = node.attrs['id']
    if (typeof id !== 'string' || id === '') return
    shown.set(id, (shown.get(id) ?? new Set()).add(at))
  }
  sheet.forEach((block, _offset, at) => {
    add(block, at)
    block.descendants(node => {
      if (!node.isInline || isNoteRef(node)) add(node, at)
    })
  })
  return shown
})
