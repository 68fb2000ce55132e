import { noteRefSign } from '../report/text-blocks'
import type { DifferenceClass } from './difference'
import { bagOf, type Bag } from './item'

interface Part {
  readonly kind: 'same' | 'added' | 'removed' | 'marked'
  readonly text: string
}

/** So many words in one place can be put otherwise without saying something else. */
const mostWordsOfWording = 3
const negations = new Set(['không', 'chưa', 'chẳng', 'đừng', 'chớ', 'trừ', 'cấm', 'ngừng', 'dừng', 'hủy'])

/** Whether words differ; white space and marks of notes are none. */
export const hasOtherWords = (parts: readonly Part[]): boolean =>
  parts.some(part => isChange(part) && part.text.replaceAll(noteRefSign, '').trim() !== '')

/** What kind of difference the words of one place make. */
export function classOfParts(
  parts: readonly Part[],
): Extract<DifferenceClass, 'figure' | 'content' | 'wording'> {
  if (!sameBag(figuresIn(parts, 'removed'), figuresIn(parts, 'added'))) return 'figure'
  return placesOf(parts).some(saysOther) ? 'content' : 'wording'
}

interface Place {
  readonly removed: string
  readonly added: string
}

/** What was put in the place of what: neighbouring parts that differ. */
function placesOf(parts: readonly Part[]): readonly Place[] {
  const places: Place[] = []
  let open: { removed: string; added: string } | undefined
  for (const { kind, text } of parts) {
    if (kind === 'same' || kind === 'marked') {
      open = undefined
      continue
    }
    if (!open) places.push((open = { removed: '', added: '' }))
    open[kind] += text
  }
  return places
}

function saysOther({ removed, added }: Place): boolean {
  const [old, fresh] = [wordsOf(removed), wordsOf(added)]
  if (old.join('') === fresh.join('')) return false
  if (Math.max(old.length, fresh.length) > mostWordsOfWording) return true
  return !sameBag(bagOf(old.filter(isNegation)), bagOf(fresh.filter(isNegation)))
}

const isNegation = (word: string): boolean => negations.has(word)

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

function figuresIn(parts: readonly Part[], kind: Part['kind']): Bag {
  const words = parts.filter(part => part.kind === kind).map(({ text }) => text)
  return bagOf(words.flatMap(text => text.match(/\d+(?:[.,]\d+)*/gu) ?? []))
}

function sameBag(some: Bag, others: Bag): boolean {
  return some.size === others.size && [...some].every(([word, count]) => others.get(word) === count)
}

const isChange = ({ kind }: Part): boolean => kind === 'added' || kind === 'removed'
