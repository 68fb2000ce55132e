import type { SourceWarning } from '../../../../../shared/import/source'
import { childrenOf, type XmlElement } from '../xml/element'
import { places, warnings } from '../words'
import { plainText, quotable } from './plain-text'

/** Follows where comments begin and end, so that each can be listed with its place and the words it is about. */
export interface CommentRanges {
  begin(id: string, place: () => string): void
  end(id: string): void
  /** The mark of a comment, which alone is there when it is about a point and not a range. */
  mark(id: string, place: () => string): void
  /** Text inside the ranges that are open now. */
  text(text: string): void
  /** One warning for each comment of the part `comments`. */
  report(root: XmlElement | null): readonly SourceWarning[]
}

interface Range {
  readonly place: string
  about: string
}

/** Against files made to keep us busy: real ones have a few comments on one word. */
const mostOpen = 100
const enough = 400

export function commentRanges(): CommentRanges {
  const ranges = new Map<string, Range>()
  const open = new Map<string, Range>()
  const place = (id: string, where: () => string): Range => {
    let range = ranges.get(id)
    if (!range) ranges.set(id, (range = { place: where(), about: '' }))
    return range
  }
  return {
    begin: (id, where) => {
      const range = place(id, where)
      if (open.size < mostOpen) open.set(id, range)
    },
    end: id => void open.delete(id),
    mark: (id, where) => void place(id, where),
    text: text => {
      for (const range of open.values()) if (range.about.length < enough) range.about += text
    },
    report: root =>
      childrenOf(root ?? undefined, 'comment').map(comment => {
        const { id = '', author = '', date = '' } = comment.attributes
        const range = ranges.get(id)
        const about = quotable(range?.about ?? '')
        return {
          code: 'comment',
          place: range?.place ?? places.unknown,
          message: warnings.comment(
            author.normalize('NFC'),
            dayOf(date),
            about,
            quotable(plainText(comment)),
          ),
        }
      }),
  }
}

/** "2025-03-12T08:00:00Z" → "12/03/2025" */
function dayOf(date: string): string {
  const found = /^(\d{4})-(\d\d)-(\d\d)/.exec(date)
  return found ? `${found[3] ?? ''}/${found[2] ?? ''}/${found[1] ?? ''}` : ''
}
