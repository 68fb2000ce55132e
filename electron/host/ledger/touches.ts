import type { Doc } from 'yjs'
import { fingerprintsOf } from '../../../shared/approvals/section-fingerprint'
import { heldBy } from '../../../shared/approvals/approvers'
import type { Ledger } from '../../../shared/ledger/ledger'
import type { BlockId } from '../../../shared/report/ids'
import { readReport } from '../../../shared/sync/read-report'

/** How long a look at the report may wait, in ms. */
const patience = 400

interface Watched {
  readonly ledger: () => Ledger
  readonly body: () => Doc
  /** Gives the ledger a command as its host. */
  readonly run: (command: object) => void
}

/**
 * Notes who changes something in a section after it was approved, once for each approval and member. The gate says who
 * wrote and under which headings, key by key; the report is looked at a moment later, and only then.
 */
export class Touches {
  private waiting = new Map<string, Set<string>>()
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly watched: Watched) {}

  /** A member's change under these headings (outermost first) has been let in. Costs next to nothing. */
  wrote(member: string, paths: readonly (readonly string[])[]): void {
    const { work } = this.watched.ledger()
    if (work.size === 0) return
    for (const section of new Set(paths.flat())) {
      const known = work.get(section)
      if (!known || known.approvals.length === 0) continue
      if (known.touched.some(one => one.member === member)) continue
      this.waiting.set(section, (this.waiting.get(section) ?? new Set()).add(member))
    }
    if (this.waiting.size === 0 || this.timer) return
    this.timer = setTimeout(() => this.look(), patience)
    this.timer.unref()
  }

  /** Looks at once at what is waiting: the report is about to be closed. */
  close(): void {
    clearTimeout(this.timer)
    if (this.waiting.size > 0) this.look()
  }

  private look(): void {
    const { waiting, watched } = this
    this.waiting = new Map()
    this.timer = undefined
    const now = fingerprintsOf(readReport(watched.body()))
    for (const [section, members] of waiting) {
      const fingerprint = now.get(section as BlockId)
      if (isApproved(watched.ledger(), section, fingerprint)) continue
      for (const member of members) watched.run({ kind: 'approval.touch', section, member })
    }
  }
}

/** Whether every approval of it is of the words as they are. A section that is gone is another. */
function isApproved({ work }: Ledger, section: string, now: string | undefined): boolean {
  const known = work.get(section)
  if (!known || now === undefined) return false
  return known.approvals.every(({ fingerprint }) => heldBy(fingerprint, now, known) !== undefined)
}
