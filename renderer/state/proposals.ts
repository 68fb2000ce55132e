import { create } from 'zustand'
import type { Report } from '../../shared/report/report'
import type { AnchorIndex } from '../../shared/review/anchor-index'
import type { Applied } from '../../shared/review/apply-edit'
import { applyProposal } from '../../shared/review/apply-proposal'
import type { Proposal } from '../../shared/review/review'
import { drawnProposals } from '../editor/review/proposal-places'
import { drawProposals } from '../editor/review/proposal-marks'
import { colourOfMember } from '../../shared/sync/member-colour'
import { vi } from '../wording/vi'
import { useCommittee } from './committee'
import { createIdleWork } from './report/idle-work'
import type { ReportSession } from './report-session'
import { useReview } from './review'
import { posOfAnchor } from './proposal-order'

/** A proposal with what accepting it would do to the report as it is now. */
export interface Standing {
  readonly proposal: Proposal
  /** Null for those that are decided. */
  readonly applied: Applied | null
  /** Where in the text it belongs, to put them in order. */
  readonly pos: number
}

interface Proposals {
  /** In the order of the text. */
  readonly list: readonly Standing[]
  readonly chosen: string | null
}

export const useProposals = create<Proposals>(() => ({ list: [], chosen: null }))

export const chooseProposal = (chosen: string | null): void => useProposals.setState({ chosen })

/** Milliseconds without a change before proposals are looked for again; until then they are shifted with the text. */
const pause = 400

/** Keeps the list and its drawing as the review and the report have them, until the returned function is called. */
export function watchProposals(session: ReportSession): () => void {
  let looked: Report | null = null
  let known: readonly Proposal[] = []
  const draw = (): boolean => drawAll(session, session.review.index())
  const work = createIdleWork(pause, () => {
    const index = session.review.index()
    const { proposals } = useReview.getState()
    const list: Standing[] = []
    const finish = (): void => {
      if (session.report() !== index.report) {
        work.soon()
        return
      }
      useProposals.setState({ list: list.sort((a, b) => a.pos - b.pos) })
      if (draw()) [looked, known] = [index.report, proposals]
      else work.soon()
    }
    return [...proposals.map(proposal => () => void list.push(standing(proposal, index))), finish]
  })
  let shownIn: readonly unknown[] = []
  const look = (): void => {
    const { proposals } = useReview.getState()
    const views = session.editors().map(({ view }) => view)
    const isNewView = views.some(view => !shownIn.includes(view))
    shownIn = views
    if (proposals !== known) work.now()
    else if (isNewView && looked === session.report()) draw()
    else if (proposals.length > 0 && looked !== session.report()) work.soon()
  }
  const stops = [
    session.subscribe(look),
    useReview.subscribe(look),
    useProposals.subscribe(({ chosen }, before) => {
      if (chosen !== before.chosen) draw()
    }),
    listenToClicks(session),
    work.stop,
    () => useProposals.setState({ list: [], chosen: null }),
  ]
  work.now()
  return () => stops.forEach(stop => stop())
}

const standing = (proposal: Proposal, index: AnchorIndex): Standing => ({
  proposal,
  applied: proposal.state === 'open' ? applyProposal(proposal, index) : null,
  pos: posOfAnchor(proposal.anchor, index),
})

/** Who proposes it and what. */
export function proposalLabel({ author, change }: Proposal): string {
  const { members } = useCommittee.getState().ledger
  const name = members.find(({ id }) => id === author)?.name ?? vi.annotations.self
  return vi.proposals.card(name, vi.proposals.what(change))
}

function drawAll(session: ReportSession, index: AnchorIndex): boolean {
  const { list, chosen } = useProposals.getState()
  const marks = drawnProposals(
    list.flatMap(({ proposal, applied }) =>
      applied?.kind === 'edit' ? [{ proposal, edit: applied.edit, label: proposalLabel(proposal) }] : [],
    ),
    { index, chosen, colourOf: colourOfMember, levelName: vi.proposals.levelName },
  )
  return session
    .editors()
    .map(({ view, place }) => drawProposals(view, marks(place)))
    .every(Boolean)
}

/** A press on what is drawn chooses its card. */
function listenToClicks(session: ReportSession): () => void {
  const hear = (event: MouseEvent): void => {
    const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-proposal]') : null
    const isOurs = mark && session.editors().some(({ view }) => view.dom.contains(mark))
    if (isOurs) chooseProposal(mark.dataset['proposal'] ?? null)
  }
  document.addEventListener('click', hear)
  return () => document.removeEventListener('click', hear)
}
