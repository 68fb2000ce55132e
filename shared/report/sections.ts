import type { Node } from 'prosemirror-model'
import { depthOf } from './levels'
import { forEachBlock, isHeading, levelOf } from './nodes'

/** A heading and what follows it, up to the next heading of its level or above. */
export interface Section {
  readonly heading: Node
  /** Position before the heading. */
  readonly from: number
  /** Position after the section's last block. */
  readonly to: number
  /** The heading and every block after it, those of inner sections included. */
  readonly blocks: readonly Node[]
}

interface OpenSection extends Section {
  to: number
  readonly blocks: Node[]
}

/** Every section in document order; an inner section's blocks are its outer section's too. */
export function sectionsOf(text: Node): readonly Section[] {
  const sections: OpenSection[] = []
  let open: OpenSection[] = []
  forEachBlock(text, (block, pos) => {
    if (isHeading(block)) {
      const depth = depthOf(levelOf(block))
      const section: OpenSection = { heading: block, from: pos, to: pos, blocks: [] }
      open = [...open.filter(outer => depthOf(levelOf(outer.heading)) < depth), section]
      sections.push(section)
    }
    for (const section of open) {
      section.blocks.push(block)
      section.to = pos + block.nodeSize
    }
  })
  return sections
}
