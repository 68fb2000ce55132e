import type { Node } from 'prosemirror-model'
import { classOfParts } from '../compare/class-of-parts'
import { compareInlineTexts } from '../compare/compare-inline'
import { bareText } from '../compare/inline-text'
import type { DifferenceClass } from '../compare/difference'
import type { Change } from '../review/change'
import { readNodes } from '../review/read-nodes'

/** What a change takes away and what it puts there, in words. */
export interface Sides {
  readonly before: string
  readonly after: string
  readonly class: DifferenceClass
}

export function sidesOf(change: Change): Sides {
  switch (change.kind) {
    case 'words':
    case 'cell':
      return { before: change.was, after: change.now, class: classOf(change) }
    case 'insert-blocks':
      return { before: '', after: textOf(change.blocks), class: 'content' }
    case 'delete-block':
      return { before: textOf([change.was]), after: '', class: 'content' }
    case 'level':
      return { before: change.was ?? '', after: change.now ?? '', class: 'layout' }
    default:
      return { before: change.was ?? '', after: change.now ?? '', class: 'content' }
  }
}

function classOf({ was, now }: { was: string; now: string }): DifferenceClass {
  if (was === now) return 'layout'
  return classOfParts(compareInlineTexts(bareText(was), bareText(now)))
}

export const classOfWords = (before: string, after: string): DifferenceClass =>
  classOf({ was: before, now: after })

const textOf = (blocks: readonly unknown[]): string => (readNodes(blocks) ?? []).map(linesOf).join('\n')

const linesOf = (block: Node): string => block.textBetween(0, block.content.size, '\n', ' ').trim()
