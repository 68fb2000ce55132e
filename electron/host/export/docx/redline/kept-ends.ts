import type {
  Form,
  RedlineBlock,
  RedlineChange,
  RedlineParagraph,
} from '../../../../../shared/redline/redline-document'
import { endsOn } from './tracked-numbers'

/**
 * Paragraphs that came or are gone are joined to the next one when they are taken back. Before a table, at the end, and
 * before an empty line there is nothing to join them to: LibreOffice then leaves an empty heading. So their ends are told
 * one paragraph further up, as Word does at the end of a file: the last one keeps its end, and a thin line before the
 * first loses its own; the line is all that is left of them.
 */
export function keepEnds(blocks: readonly RedlineBlock[]): readonly RedlineBlock[] {
  const kept: RedlineBlock[] = []
  let open: RedlineParagraph[] = []
  for (const block of blocks) {
    if (isChanged(block)) {
      open.push(block)
      continue
    }
    put(kept, open, block)
    kept.push(block)
    open = []
  }
  put(kept, open, undefined)
  return kept
}

const isChanged = (block: RedlineBlock): block is RedlineParagraph =>
  block.kind === 'paragraph' && block.end !== null

function put(kept: RedlineBlock[], open: readonly RedlineParagraph[], next: RedlineBlock | undefined): void {
  if (open.length === 0 || (next?.kind === 'paragraph' && next.runs.length > 0)) {
    kept.push(...open)
    return
  }
  kept.push(...withEndsMovedUp([emptyLine, ...open]))
}

/** A line of one point that both texts have; reading a file back leaves it out. */
export const emptyLine: RedlineParagraph = {
  kind: 'paragraph',
  form: { kind: 'gap' },
  formWas: null,
  number: { was: null, now: null },
  runs: [],
  end: null,
  hand: { author: '', date: '' },
}

/** A paragraph's form belongs to its end: it goes along, on the side on which the end is. */
function withEndsMovedUp(paragraphs: readonly RedlineParagraph[]): RedlineParagraph[] {
  const was = new FormOfSide('was')
  const now = new FormOfSide('now')
  return paragraphs.map((paragraph, index) => {
    const after = paragraphs[index + 1]?.end ?? null
    const end = index === 0 ? outsideOfMove(after) : after
    const [old, fresh] = [was.at(paragraph, end), now.at(paragraph, end)]
    const form = fresh ?? old ?? paragraph.form
    return {
      ...paragraph,
      hand: end?.hand ?? paragraph.hand,
      form,
      formWas: fresh && old && JSON.stringify(old) !== JSON.stringify(fresh) ? old : null,
      end,
    }
  })
}

/** Follows one side: there a paragraph begins, or the one that began further up goes on. */
class FormOfSide {
  private form: Form | null = null
  private begins = true

  constructor(private readonly side: 'was' | 'now') {}

  /** Null where no paragraph of this side begins or ends. */
  at(paragraph: RedlineParagraph, end: RedlineChange | null): Form | null {
    const own = this.side === 'was' ? (paragraph.formWas ?? paragraph.form) : paragraph.form
    if (!this.form || endsOn(this.side, paragraph)) this.form = own
    const ends = endsOn(this.side, { end })
    const told = this.begins || ends ? this.form : null
    this.begins = ends
    return told
  }
}

/** The paragraph before a move is no part of it; only its end is. */
const outsideOfMove = (end: RedlineChange | null): RedlineChange | null =>
  end && { kind: end.kind === 'removed' || end.kind === 'moved-away' ? 'removed' : 'added', hand: end.hand }
