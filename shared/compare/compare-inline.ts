import type { Node } from 'prosemirror-model'
import { compareTexts } from './compare-texts'
import { inlineTextOf, splitByMarks, type InlineText, type Span } from './inline-text'

/** A stretch of two texts. `marked`: the same words, otherwise set (bold, a link). */
export interface InlinePart {
  readonly kind: 'same' | 'added' | 'removed' | 'marked'
  /** Of the new text; of what is removed, the old one. A note's mark is `noteRefSign`; one that came or went is its own part. */
  readonly text: string
  /** Offsets as in `plainTextOf`; what is added has no length in `was`, what is removed none in `now`. */
  readonly was: Span
  readonly now: Span
}

/**
 * Two headings, paragraphs or bodies of notes word by word, in reading order; nothing is left out. Of several blocks
 * (one that was split, two that were joined) the texts are joined by "\n".
 */
export const compareInline = (
  was: Node | readonly Node[],
  now: Node | readonly Node[],
): readonly InlinePart[] => compareInlineTexts(inlineTextOf([was].flat()), inlineTextOf([now].flat()))

export function compareInlineTexts(was: InlineText, now: InlineText): readonly InlinePart[] {
  return compareTexts(was, now).flatMap(({ kind, ...spans }): InlinePart[] => {
    if (kind === 'removed') return [{ kind, text: was.text.slice(spans.was.from, spans.was.to), ...spans }]
    if (kind === 'added') return [{ kind, text: now.text.slice(spans.now.from, spans.now.to), ...spans }]
    return markedParts(was, now, spans)
  })
}

function markedParts(was: InlineText, now: InlineText, spans: { was: Span; now: Span }): InlinePart[] {
  const shift = spans.now.from - spans.was.from
  const parts: InlinePart[] = []
  for (const { from, to, isSame } of splitByMarks(was, now, spans)) {
    const kind = isSame ? 'same' : 'marked'
    const last = parts.at(-1)
    const start = last?.kind === kind ? last.was.from : from
    const part: InlinePart = {
      kind,
      text: was.text.slice(start, to),
      was: { from: start, to },
      now: { from: start + shift, to: to + shift },
    }
    if (last?.kind === kind) parts[parts.length - 1] = part
    else parts.push(part)
  }
  return parts
}
