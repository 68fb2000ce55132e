import { blocksOf } from '../report/nodes'
import type { Report } from '../report/report'
import { canonicalJson } from '../util/canonical-json'
import { blockContent } from './block-content'

/**
 * Whether a change can be one of spelling and punctuation: the same blocks, levels, marks, notes, figures and choices,
 * every digit the same, no word more and none less. That a word was only misspelt is for people to say, so whoever
 * declares it is named; but nobody can declare away a figure or a sentence.
 */
export function isEditorial(before: Report, after: Report): boolean {
  const was = taken(before)
  const now = taken(after)
  return (
    was.skeleton === now.skeleton &&
    was.words.every((words, index) => isRespelt(words, now.words[index] ?? ''))
  )
}

/** A section's content, its words apart from everything else. */
function taken(report: Report): { readonly skeleton: string; readonly words: readonly string[] } {
  const words: string[] = []
  const take = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(take)
    if (typeof value !== 'object' || value === null) return value
    const { text, ...rest } = value as { text?: unknown }
    if (typeof text === 'string' && 'marks' in rest) words.push(text)
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, name === 'text' ? '' : take(inner)]),
    )
  }
  const skeleton = canonicalJson(blocksOf(report.text).map(block => take(blockContent(block, report))))
  return { skeleton, words }
}

function isRespelt(was: string, now: string): boolean {
  if (was === now) return true
  if (String(was.match(/\p{Nd}+/gu)) !== String(now.match(/\p{Nd}+/gu))) return false
  // Joining two words by mistake, or parting one, changes their number; then not a letter may differ.
  return wordsIn(was).length === wordsIn(now).length || wordsIn(was).join('') === wordsIn(now).join('')
}

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
