import type { Node } from 'prosemirror-model'
import { compareReports } from '../compare/compare-contents'
import { compareInline, compareInlineTexts, type InlinePart } from '../compare/compare-inline'
import { bareText, inlineTextOf, type Span } from '../compare/inline-text'
import type { BlockId } from '../report/ids'
import { blockIdOf, blocksOf } from '../report/nodes'
import type { Report } from '../report/report'
import { noteRefSign } from '../report/text-blocks'
import { sentenceAround } from './sentence'

/** A sentence in one text of a report: which of whose words it is. */
export interface Sentence {
  /** Several only while a sentence runs over what was split. */
  readonly blocks: readonly BlockId[]
  /** Of the texts of the blocks, joined by "\n". */
  readonly span: Span
  readonly text: string
}

/** What became of a sentence from one text to the next. */
export interface SentenceStep {
  /** The sentence in the older text; null: it was not there. */
  readonly before: Sentence | null
  /** `moved`: the same words, elsewhere. */
  readonly state: 'same' | 'changed' | 'moved' | 'appeared'
  /** Of `changed`: the older wording beside the newer one, word by word. */
  readonly parts: readonly InlinePart[]
}

/** The sentence at a place of a block; null where the block has no words of its own. */
export function sentenceAt(report: Report, block: string, span: Span): Sentence | null {
  const found = blocksOf(report.text).find(each => blockIdOf(each) === block)
  if (!found?.isTextblock) return null
  return sentenceIn([found], sentenceAround(inlineTextOf([found]).text, span))
}

/** Where a sentence of a newer text was in an older one: also in a block that moved, was split or joined, or in another block. */
export function sentenceBefore(older: Report, newer: Report, sentence: Sentence): SentenceStep {
  const { flow } = compareReports(older, newer)
  const place = flow.find(({ now }) => now.some(block => sentence.blocks.includes(blockIdOf(block))))
  const old = place?.was.filter(block => block.isTextblock) ?? []
  const fresh = place?.now.filter(block => block.isTextblock) ?? []
  const inPlace = old.length > 0 ? spanBefore(old, fresh, sentence) : null
  if (inPlace) {
    const before = sentenceIn(old, sentenceAround(inlineTextOf(old).text, inPlace))
    if (before) return stepOf(before, sentence, place?.moved ?? false)
  }
  const elsewhere = sentenceWithWords(older, sentence.text)
  if (elsewhere) return { before: elsewhere, state: 'moved', parts: [] }
  return { before: null, state: 'appeared', parts: [] }
}

function stepOf(before: Sentence, now: Sentence, isMoved: boolean): SentenceStep {
  if (before.text === now.text) return { before, state: isMoved ? 'moved' : 'same', parts: [] }
  return { before, state: 'changed', parts: compareWordings(before.text, now.text) }
}

const compareWordings = (was: string, now: string): readonly InlinePart[] =>
  compareInlineTexts(bareText(was), bareText(now))

/** From the old words that stayed in the sentence; null where none did. */
function spanBefore(old: readonly Node[], fresh: readonly Node[], { blocks, span }: Sentence): Span | null {
  const start = startOf(fresh, blocks[0])
  const [from, to] = [span.from + start, span.to + start]
  const stayed = compareInline(old, fresh).flatMap(({ kind, was, now }) => {
    const begin = Math.max(now.from, from)
    const end = Math.min(now.to, to)
    if (kind === 'added' || kind === 'removed' || begin >= end) return []
    return [{ from: was.from + begin - now.from, to: was.from + end - now.from }]
  })
  const words = inlineTextOf(old).text
  const told = stayed.filter(part => /[\p{L}\p{N}]/u.test(words.slice(part.from, part.to)))
  const [first, last] = [told[0], told.at(-1)]
  return first && last ? { from: first.from, to: last.to } : null
}

/** Where a block's words begin among those of its neighbours. */
function startOf(blocks: readonly Node[], id: BlockId | undefined): number {
  let at = 0
  for (const block of blocks) {
    if (blockIdOf(block) === id) return at
    at += block.content.size + 1
  }
  return 0
}

/** Shorter sentences stand in a report by chance. */
const fewestLetters = 20

function sentenceWithWords(report: Report, words: string): Sentence | null {
  if (words.length < fewestLetters) return null
  for (const block of blocksOf(report.text)) {
    if (!block.isTextblock) continue
    const from = inlineTextOf([block]).text.indexOf(words)
    if (from >= 0) return sentenceIn([block], { from, to: from + words.length })
  }
  return null
}

/** A sentence by the blocks that it touches alone. */
function sentenceIn(blocks: readonly Node[], span: Span): Sentence | null {
  let at = 0
  let start = 0
  const touched: Node[] = []
  for (const block of blocks) {
    const end = at + block.content.size
    if (span.from < end && span.to > at) {
      if (touched.length === 0) start = at
      touched.push(block)
    }
    at = end + 1
  }
  if (touched.length === 0) return null
  const own = { from: Math.max(0, span.from - start), to: span.to - start }
  const text = inlineTextOf(touched).text.slice(own.from, own.to).replaceAll(noteRefSign, '')
  return text.trim() === '' ? null : { blocks: touched.map(blockIdOf), span: own, text }
}
