import type { Form, Hand, RedlineChange, RedlineParagraph, RedlineRun } from './redline-document'
import { emptyParagraph, type SideParagraph } from './side-text'

/**
 * Collects runs into paragraphs, and knows which paragraph of either side it is in. A paragraph's form belongs to its
 * end, as in Word; it is told for a side on which the paragraph begins or ends.
 */
export class ParagraphWriter {
  readonly paragraphs: RedlineParagraph[] = []
  private runs: RedlineRun[] = []
  /** In which paragraphs we are, and whether they begin with this one. */
  private a = 0
  private b = 0
  private beginsWas = true
  private beginsNow = true

  constructor(
    private readonly was: readonly SideParagraph[],
    private readonly now: readonly SideParagraph[],
    private readonly hand: Hand,
  ) {}

  add(run: RedlineRun): void {
    this.runs.push(run)
  }

  end(change: RedlineChange | null): void {
    const [old, fresh] = [this.was[this.a] ?? emptyParagraph, this.now[this.b] ?? emptyParagraph]
    const endsWas = change?.kind !== 'added'
    const endsNow = change?.kind !== 'removed'
    const isNow = endsNow || this.beginsNow
    const form = isNow ? fresh.form : old.form
    const isBoth = isNow && (endsWas || this.beginsWas)
    this.paragraphs.push({
      kind: 'paragraph',
      form,
      formWas: isBoth && !isSameForm(old.form, form) ? old.form : null,
      number: {
        was: this.beginsWas ? old.number : null,
        now: this.beginsNow ? fresh.number : null,
      },
      runs: this.runs,
      end: change,
      hand: this.hand,
    })
    this.runs = []
    if (endsWas) this.a++
    if (endsNow) this.b++
    this.beginsWas = endsWas
    this.beginsNow = endsNow
  }
}

/** A rule is as long as its line's words; that is no change of its own. */
export const isSameForm = (one: Form, other: Form): boolean =>
  (one.kind === 'rule' && other.kind === 'rule') || JSON.stringify(one) === JSON.stringify(other)
