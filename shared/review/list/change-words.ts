import type { Options } from '../../options/options'
import type { OptionsId } from '../../report/ids'
import type { Report } from '../../report/report'
import { wordsOf } from '../../report/text-blocks'
import { unreachable } from '../../util/exhaustive'
import type { Change } from '../change'

/** A change as it is told in a table: what stands there, and what would. */
export interface ChangeWords {
  readonly kind: Change['kind']
  /** Words; the names of levels (`report/levels.ts`) where a level would change; empty where nothing stands there. */
  readonly was: string
  readonly now: string
}

export function changeWords(change: Change, { options }: Pick<Report, 'options'>): ChangeWords {
  const { kind } = change
  switch (kind) {
    case 'words':
    case 'cell':
      return { kind, was: change.was, now: change.now }
    case 'insert-blocks':
      return { kind, was: '', now: change.blocks.map(textIn).join('\n') }
    case 'delete-block':
      return { kind, was: textIn(change.was), now: '' }
    case 'level':
      return { kind, was: change.was ?? '', now: change.now ?? '' }
    case 'choice': {
      const set = options.get(change.options as OptionsId)
      return { kind, was: wordingName(set, change.was), now: wordingName(set, change.now) }
    }
    default:
      return unreachable(kind)
  }
}

/** "Chủ đề 2: …"; empty for a wording that is not there. */
export function wordingName(options: Options | undefined, wording: string | null): string {
  const at = options?.wordings.findIndex(({ id }) => id === wording) ?? -1
  const found = options?.wordings[at]
  if (!options || !found) return ''
  return `${options.name} ${at + 1}: ${found.body.children.map(wordsOf).join(' ').trim()}`
}

/** The words of a node's JSON, which nothing has checked against the schema: one line for each block of text. */
function textIn(node: unknown): string {
  const lines: string[] = []
  const waiting: unknown[] = [node]
  while (waiting.length > 0) {
    const { text, content } = asNode(waiting.pop())
    if (typeof text === 'string') lines.push(text)
    else if (content.some(child => typeof asNode(child).text === 'string'))
      lines.push(content.map(child => textOf(child)).join(''))
    else waiting.push(...content.toReversed())
  }
  return lines.join('\n')
}

function textOf(leaf: unknown): string {
  const { type, text } = asNode(leaf)
  return typeof text === 'string' ? text : type === 'hard_break' ? '\n' : ''
}

function asNode(value: unknown): { type: unknown; text: unknown; content: readonly unknown[] } {
  const { type, text, content } = (value ?? {}) as Record<string, unknown>
  return { type, text, content: Array.isArray(content) ? (content as unknown[]) : [] }
}
