import type { SectionWork, Editorial } from '../ledger/work'
import { noWork } from '../ledger/work'
import type { BlockId } from '../report/ids'
import { blockIdOf } from '../report/nodes'
import type { Report } from '../report/report'
import { sectionsOf } from '../report/sections'
import { coveringOf, heldBy, requiredApprovers, type ApprovalBook, type Covering } from './approvers'
import { fingerprintOf, outerOf, uniqueById } from './section-fingerprint'

/** Đang viết, chờ ý kiến, chờ duyệt, đã duyệt, duyệt rồi nhưng nội dung đã thay đổi, trả lại. */
export const sectionStateKinds = [
  'writing',
  'for-comment',
  'for-approval',
  'approved',
  'outdated',
  'returned',
] as const
export type SectionState = (typeof sectionStateKinds)[number]

/** How many threads and proposals are open in a section, those of inner sections included. */
export interface OpenCounts {
  readonly threads: number
  readonly proposals: number
}

/** An approval whose words are still the same; `editorial`: but for these changes. */
export interface Standing extends Covering {
  readonly editorial: readonly Editorial[]
}

export interface SectionStatus {
  readonly section: BlockId
  /** Its own heading and those around it, outermost first. */
  readonly headings: readonly BlockId[]
  readonly state: SectionState
  /** Who must approve it, in this order; empty: anyone who may. */
  readonly required: readonly string[]
  readonly standing: readonly Standing[]
  /** Approvals of words that have changed since. */
  readonly lapsed: readonly Covering[]
  /** Who is to approve next; null where it is approved, or nobody in particular is asked. */
  readonly next: string | null
  readonly work: SectionWork
  readonly open: OpenCounts
  /** Nothing can be approved here until threads and proposals are dealt with. */
  readonly isBlocked: boolean
}

const nothingOpen: OpenCounts = { threads: 0, proposals: 0 }

/**
 * Where every section stands, in document order. Computed from the words as they are, so an approval is outdated the
 * moment they change, without anybody saying so. Costs the sections that changed, and a look at the others.
 */
export function sectionStates(
  report: Report,
  book: ApprovalBook,
  openIn: (section: BlockId) => OpenCounts = () => nothingOpen,
): ReadonlyMap<BlockId, SectionStatus> {
  const sections = sectionsOf(report.text)
  const unique = uniqueById(sections)
  const states = new Map<BlockId, SectionStatus>()
  for (const section of sections) {
    const id = blockIdOf(section.heading)
    if (unique.get(id) !== section) continue
    const within = outerOf(section, sections)
    const fingerprint = (): string => fingerprintOf(section, within, report)
    states.set(id, statusOf([...within, id], { book, open: openIn(id), fingerprint }))
  }
  return states
}

interface Facts {
  readonly book: ApprovalBook
  readonly open: OpenCounts
  readonly fingerprint: () => string
}

function statusOf(headings: readonly BlockId[], { book, open, fingerprint }: Facts): SectionStatus {
  const section = headings.at(-1) as BlockId
  const work = book.work.get(section) ?? noWork(section)
  const required = requiredApprovers(book, headings)
  const { standing, lapsed } = sortApprovals(coveringOf(book, headings), work, fingerprint)
  const next = nextOf(required, standing)
  const isApproved = standing.length > 0 && next === null
  return {
    ...{ section, headings, required, standing, lapsed, work, open },
    state: stateOf({ isApproved, standing, lapsed, work }),
    next: isApproved ? null : next,
    isBlocked: book.rules.noOpenThreads && open.threads + open.proposals > 0,
  }
}

/** Tells approvals that still hold from those that do not. `fingerprint` is asked only where there are any. */
export function sortApprovals(
  covering: readonly Covering[],
  work: SectionWork,
  fingerprint: () => string,
): { readonly standing: readonly Standing[]; readonly lapsed: readonly Covering[] } {
  if (covering.length === 0) return { standing: [], lapsed: [] }
  const now = fingerprint()
  const standing: Standing[] = []
  const lapsed: Covering[] = []
  for (const one of covering) {
    const editorial = heldBy(one.fingerprint, now, work)
    if (editorial) standing.push({ ...one, editorial })
    else lapsed.push(one)
  }
  return { standing, lapsed }
}

/** The first of the required approvers who has not approved these words; null where all have. */
export const nextOf = (required: readonly string[], standing: readonly Standing[]): string | null =>
  required.find(member => !standing.some(({ approval }) => approval.member === member)) ?? null

interface Found extends Pick<SectionStatus, 'standing' | 'lapsed' | 'work'> {
  readonly isApproved: boolean
}

function stateOf({ isApproved, standing, lapsed, work }: Found): SectionState {
  if (work.returned) return 'returned'
  if (isApproved) return 'approved'
  // Somebody has asked for approval again since.
  const { phase } = work
  const isSaidSince = phase !== null && lapsed.every(({ approval }) => approval.recorded < phase.at)
  if (lapsed.length > 0 && !isSaidSince) return 'outdated'
  if (standing.length > 0) return 'for-approval'
  return phase?.kind ?? 'writing'
}
