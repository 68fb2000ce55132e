import type { SourceWarning } from '../../../../../shared/import/source'
import type { WordComment } from '../../../../../shared/returned/word-marks'
import { places, warnings } from '../words'
import { quotable } from './plain-text'
import type { CommentText } from './read-comments'

/** Follows where comments begin and end, so that each can be listed with its place and the words it is about. */
export interface CommentRanges {
  begin(id: string, place: () => string): void
  end(id: string): void
  /** The mark of a comment, which alone is there when it is about a point and not a range. */
  mark(id: string, place: () => string): void
  /** Text of the body as it is read. */
  text(text: string): void
  /** Each comment with its place; answers are with what they answer. */
  placed(comments: readonly CommentText[]): readonly WordComment[]
}

interface Range {
  readonly place: string
  readonly before: string
  about: string
  after: string
}

/** Against files made to keep us busy: real ones have a few comments on one word. */
const mostOpen = 100
const enough = 400
/** Letters kept of what stands on each side. */
const around = 64

export function commentRanges(): CommentRanges {
  const ranges = new Map<string, Range>()
  const open = new Map<string, Range>()
  /** Ended not long ago: what comes now stands behind them. */
  let ended: Range[] = []
  let tail = ''
  const place = (id: string, where: () => string): Range => {
    let range = ranges.get(id)
    if (!range) ranges.set(id, (range = { place: where(), before: tail, about: '', after: '' }))
    return range
  }
  const end = (range: Range): void => {
    if (ended.length < mostOpen) ended.push(range)
  }
  return {
    begin: (id, where) => {
      const range = place(id, where)
      if (open.size < mostOpen) open.set(id, range)
    },
    end: id => {
      const range = open.get(id)
      if (range) end(range)
      open.delete(id)
    },
    mark: (id, where) => {
      if (!ranges.has(id)) end(place(id, where))
    },
    text: text => {
      for (const range of open.values()) if (range.about.length < enough) range.about += text
      for (const range of ended) range.after += text.slice(0, around)
      ended = ended.filter(({ after }) => after.length < around)
      tail = (tail + text).slice(-around)
    },
    placed: comments => comments.map(comment => withPlace(comment, ranges.get(comment.id))),
  }
}

const withPlace = ({ id: _id, ...comment }: CommentText, range: Range | undefined): WordComment => ({
  ...comment,
  place: range?.place ?? places.unknown,
  about: range?.about.normalize('NFC').slice(0, 2_000) ?? '',
  before: range?.before.normalize('NFC') ?? '',
  after: range?.after.normalize('NFC').slice(0, around) ?? '',
})

/** What an import says of comments: one warning for each, and for each answer. */
export const commentWarnings = (comments: readonly WordComment[]): readonly SourceWarning[] =>
  comments.flatMap(({ place, about, replies, ...comment }) =>
    [comment, ...replies].map(({ author, at, text }) => ({
      code: 'comment',
      place,
      message: warnings.comment(author, dayOf(at), quotable(about), quotable(text)),
    })),
  )

/** "2025-03-12T08:00:00Z" → "12/03/2025" */
function dayOf(date: string): string {
  const found = /^(\d{4})-(\d\d)-(\d\d)/.exec(date)
  return found ? `${found[3] ?? ''}/${found[2] ?? ''}/${found[1] ?? ''}` : ''
}
