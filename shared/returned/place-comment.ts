import { rowCells } from '../indicators/indicator-row'
import type { Anchor } from '../review/anchor'
import type { AnchorIndex } from '../review/anchor-index'
import type { AnchorSpot } from '../review/anchor-place'
import { lettersIn } from '../review/letters'
import { makeAnchor } from '../review/make-anchor'
import { resolveAnchor } from '../review/resolve-anchor'
import type { WordComment } from './word-marks'

/**
 * Where a comment stands in today's report: at its words. Words that today does not have (they were written by those who
 * sent the file back) are anchored where they stand in `back`, so that they are found when they are taken in.
 */
export function placeComment(comment: WordComment, back: AnchorIndex, today: AnchorIndex): Anchor {
  const there = spotIn(comment, back)
  if (!there) return makeAnchor({ kind: 'section', section: 'report' }, today)
  const anchor = makeAnchor(there, back)
  const place = resolveAnchor(anchor, today)
  return place.kind === 'detached' ? anchor : makeAnchor(place.at, today)
}

function spotIn(comment: WordComment, index: AnchorIndex): AnchorSpot | null {
  const place = resolveAnchor(wordsOf(comment), index)
  if (place.kind !== 'detached') return place.at
  return cellIn(comment, index) ?? besideIn(comment, index)
}

const wordsOf = ({ about, before, after }: Pick<WordComment, 'about' | 'before' | 'after'>): Anchor => ({
  section: 'report',
  sectionTitle: '',
  target: { kind: 'words', block: '' },
  quote: about,
  before,
  after,
})

/** Tables of indicators are not in the flow of the text: the cell with those words, in the row that was named before. */
function cellIn({ about, before }: WordComment, { report }: AnchorIndex): AnchorSpot | null {
  const [words, ahead] = [lettersIn(about), lettersIn(before)]
  if (words === '') return null
  for (const [table, { rows }] of report.indicators)
    for (const row of rows)
      for (const column of rowCells) {
        const isNamed = column === 'name' || ahead.includes(lettersIn(row.name).slice(-20))
        if (isNamed && lettersIn(row[column]).includes(words))
          return { kind: 'cell', table, row: row.id, column, from: 0, to: row[column].length }
      }
  return null
}

/** A word or two may stand anywhere: then the point behind what stood before. */
function besideIn({ before, after }: WordComment, index: AnchorIndex): AnchorSpot | null {
  const place = resolveAnchor(wordsOf({ about: '', before, after }), index)
  return place.kind === 'detached' ? place.near : place.at
}
