import { create } from 'zustand'
import type { Anchor } from '../../../shared/review/anchor'
import { audiences, type Audience } from '../../../shared/review/record'
import { vi } from '../../wording/vi'
import { useDrafts, writeDraft } from '../drafts'
import type { ReportSession } from '../report-session'
import { refusalToAnnotate } from '../review-rights'
import { openTab } from '../side-tab'
import { useStore } from '../store-state'
import { say } from '../window-state'

/** Under this name the remark that is being written is kept, and drawn in the text. */
export const newAnnotation = 'new'

/** What the panel is asked to give the focus to; counted, so that asking again is something new. */
export type Wanted =
  | { readonly kind: 'composer' }
  /** The card, or the box under it in which to answer. */
  | { readonly kind: 'card' | 'answer'; readonly id: string }

export const useWanted = create<{ readonly wanted: Wanted | null }>(() => ({ wanted: null }))

export const want = (wanted: Wanted | null): void => useWanted.setState({ wanted })

/** Begins a remark about what is selected in text, note or cell, else about the word at the caret. */
export const annotateHere = (session: ReportSession): void =>
  beginAnnotation(session, session.review.anchorHere())

/** Opens the composer for a remark about this; what was being written goes along. */
export function beginAnnotation(session: ReportSession, anchor: Anchor): void {
  if (useStore.getState().store?.kind === 'read-only') {
    say(vi.annotations.readOnly)
    return
  }
  const before = useDrafts.getState().drafts[newAnnotation]
  const may = audiencesFor(session, anchor)
  const audience = before && may.includes(before.audience) ? before.audience : (may[0] ?? 'own')
  if (before?.text) say(vi.annotations.write.moved)
  writeDraft(newAnnotation, { text: before?.text ?? '', mentions: before?.mentions ?? [], audience, anchor })
  openTab('annotations')
  want({ kind: 'composer' })
}

/** Who may be spoken to there; oneself always. */
export const audiencesFor = (session: ReportSession, anchor: Anchor): readonly Audience[] =>
  audiences.filter(audience => refusalToAnnotate(session, audience, anchor) === null)
