import type { OpenCounts, SectionState, SectionStatus } from '../approvals/section-states'
import type { LedgerView } from '../ipc/ledger-view'
import type { Outline } from '../outline/outline'
import type { BlockId } from '../report/ids'

/** What the board says of one section. People are member ids, days ISO ("2026-03-31"). */
export interface BoardRow {
  readonly section: BlockId
  readonly number: string
  readonly title: string
  readonly depth: number
  readonly state: SectionState
  readonly assignees: readonly string[]
  readonly due: string | null
  /** Its day is past and nobody has approved it. */
  readonly isLate: boolean
  /** Those of inner sections included. */
  readonly open: OpenCounts
  /** How many of those whose approval is needed have given it; `of` is at least 1. */
  readonly approved: { readonly given: number; readonly of: number }
  /** Who is to approve next, once the section waits for it; null: nobody in particular. */
  readonly next: string | null
  /** Who changed words that had been approved, and since when. Empty unless the section is outdated. */
  readonly changed: SectionStatus['work']['touched']
  readonly isLocked: boolean
}

export interface BoardSources {
  readonly outline: Outline
  readonly states: ReadonlyMap<BlockId, SectionStatus>
  readonly ledger: Pick<LedgerView, 'assignments' | 'locks'>
  /** The day on which somebody looks. */
  readonly today: string
}

/** All sections in the order of the report. Sections whose id stands twice are left out: nothing can be said of them. */
export function boardRows({ outline, states, ledger, today }: BoardSources): readonly BoardRow[] {
  const assignments = new Map(ledger.assignments.map(one => [one.section, one]))
  const locks = new Set<string>(ledger.locks)
  const seen = new Set<string>()
  return outline.items.flatMap(({ id, number, title, depth }) => {
    const status = states.get(id)
    if (!status || seen.has(id)) return []
    seen.add(id)
    const { members = [], due = null } = assignments.get(id) ?? {}
    return {
      ...{ section: id, number, title, depth },
      ...rowOf(status),
      ...{ assignees: members, due },
      isLate: due !== null && due < today && status.state !== 'approved',
      isLocked: status.headings.some(heading => locks.has(heading)),
    }
  })
}

function rowOf({ state, required, standing, next, work, open }: SectionStatus) {
  const given = new Set(standing.map(({ approval }) => approval.member))
  const needed = required.length > 0 ? required : [...given].slice(0, 1)
  return {
    ...{ state, open, next },
    approved: { given: needed.filter(member => given.has(member)).length, of: Math.max(1, needed.length) },
    changed: state === 'outdated' ? work.touched : [],
  }
}
