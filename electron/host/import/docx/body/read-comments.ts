import type { WordComment } from '../../../../../shared/returned/word-marks'
import { childrenOf, type XmlElement } from '../xml/element'
import { plainText } from './plain-text'

/** A comment as its parts say it; where it stands only the text knows. */
export type CommentText = Omit<WordComment, 'place' | 'about' | 'before' | 'after'> & { readonly id: string }

/** As many as office files never have; the rest of a file made to keep us busy is left out. */
const most = { comments: 5_000, replies: 500, text: 20_000 }

interface OneComment {
  readonly id: string
  readonly said: WordComment['replies'][number]
  /** Names the comment in `commentsExtended`: the id of its last paragraph. */
  readonly paragraph: string
}

/**
 * The comments of a file, answers under what they answer. `extended` says which is an answer and which is done; Word
 * writes answers of answers as answers to the first.
 */
export function readComments(comments: XmlElement | null, extended: XmlElement | null): CommentText[] {
  const all = childrenOf(comments ?? undefined, 'comment')
    .slice(0, most.comments)
    .map(readOne)
  const facts = factsIn(extended)
  const byParagraph = new Map(all.flatMap(one => (one.paragraph ? [[one.paragraph, one] as const] : [])))
  const threads = new Map<OneComment, WordComment['replies']>()
  for (const one of all) {
    const first = firstOf(one, facts, byParagraph)
    const replies = threads.get(first) ?? []
    if (first !== one && replies.length < most.replies) replies.push(one.said)
    threads.set(first, replies)
  }
  return [...threads].map(([{ id, said, paragraph }, replies]) => ({
    id,
    ...said,
    resolved: facts.get(paragraph)?.done ?? false,
    replies,
  }))
}

function readOne({ attributes, children }: XmlElement): OneComment {
  const paragraphs = children.filter(({ name }) => name === 'p')
  const lines = paragraphs.map(paragraph => plainText(paragraph).trim()).join('\n')
  return {
    id: attributes['id'] ?? '',
    said: {
      author: (attributes['author'] ?? '').normalize('NFC').slice(0, 200),
      at: (attributes['date'] ?? '').slice(0, 40),
      text: lines.normalize('NFC').trim().slice(0, most.text),
    },
    paragraph: paragraphs.at(-1)?.attributes['paraId'] ?? '',
  }
}

interface Facts {
  readonly parent: string
  readonly done: boolean
}

function factsIn(extended: XmlElement | null): ReadonlyMap<string, Facts> {
  const facts = new Map<string, Facts>()
  for (const { attributes } of childrenOf(extended ?? undefined, 'commentEx')) {
    const { paraId = '', paraIdParent = '', done = '0' } = attributes
    if (paraId) facts.set(paraId, { parent: paraIdParent, done: done === '1' || done === 'true' })
  }
  return facts
}

/** Steps up to the comment that began the thread; a ring, which only a made-up file has, ends where it began. */
function firstOf(
  one: OneComment,
  facts: ReadonlyMap<string, Facts>,
  byParagraph: ReadonlyMap<string, OneComment>,
): OneComment {
  const seen = new Set<OneComment>()
  let at = one
  for (;;) {
    seen.add(at)
    const parent = byParagraph.get(facts.get(at.paragraph)?.parent ?? '')
    if (!parent) return at
    if (seen.has(parent)) return one
    at = parent
  }
}
