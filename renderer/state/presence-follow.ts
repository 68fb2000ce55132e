import { findBlock } from '../editor/queries/find-block'
import { personOf, usePresence, type Person } from './presence'
import type { Roster } from './presence-roster'
import { bringIntoView } from './report/go-to'
import type { ReportSession } from './report-session'

/** Scrolls with a colleague from now on; null follows nobody. */
export const follow = (client: number | null): void => usePresence.setState({ following: client })

/** Takes the person to where a colleague is. */
export function goToPerson(session: ReportSession, client: number): void {
  const person = personOf(usePresence.getState(), client)
  follow(null)
  if (!person) return
  const { at, place } = person
  if (at.kind !== 'text' && isThere(session, person)) session.goTo(at)
  else if (place) session.goToBlock(place)
  requestAnimationFrame(() => bringPersonIntoView(session, person))
}

/**
 * While somebody is followed: scrolls with them, and stops as soon as the person does something of their own.
 * Returns how to stop watching.
 */
export function watchFollowing(session: ReportSession, roster: Roster): () => void {
  // Once what moved is drawn.
  const scroll = (): void => void requestAnimationFrame(() => scrollAlong(session))
  const stops = [
    roster.subscribe(scroll),
    usePresence.subscribe((now, before) => {
      if (now.following !== before.following) scroll()
    }),
  ]
  const stopFollowing = (event: Event): void => {
    if (usePresence.getState().following !== null && isOwnDoing(event)) follow(null)
  }
  const signs = ['keydown', 'pointerdown', 'wheel'] as const
  for (const sign of signs) window.addEventListener(sign, stopFollowing, { capture: true, passive: true })
  return () => {
    for (const stop of stops) stop()
    for (const sign of signs) window.removeEventListener(sign, stopFollowing, { capture: true })
  }
}

const passive = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'Tab'])

/** Choosing whom to follow is not meant; such controls are marked in the page. */
function isOwnDoing(event: Event): boolean {
  if (event instanceof KeyboardEvent && event.key === 'Escape') return true
  if (event instanceof KeyboardEvent && passive.has(event.key)) return false
  return !(event.target instanceof Element && event.target.closest('[data-people]'))
}

function scrollAlong(session: ReportSession): void {
  const state = usePresence.getState()
  const person = personOf(state, state.following)
  if (person) bringPersonIntoView(session, person)
}

function bringPersonIntoView(session: ReportSession, { client, place }: Person): void {
  const marker = document.querySelector(`[data-client~="${client}"]`)
  const view = session.editor()
  if (marker) {
    if (!isInSight(marker)) marker.scrollIntoView({ block: 'center' })
    return
  }
  const block = view && place ? findBlock(view.state.doc, place) : null
  if (view && block) bringIntoView(view, block.pos)
}

/** Well within the part of the window that shows it: who is followed should not write along its edge. */
function isInSight(marker: Element): boolean {
  const scroller = marker.closest('.paper-scroll, .note-list')
  if (!scroller) return false
  const { top, bottom } = marker.getBoundingClientRect()
  const frame = scroller.getBoundingClientRect()
  const margin = Math.min(60, frame.height / 6)
  return top >= frame.top + margin && bottom <= frame.bottom - margin
}

/** Somebody else may have taken it away just now. */
function isThere(session: ReportSession, { at }: Person): boolean {
  switch (at.kind) {
    case 'note':
      return session.note(at.id) !== undefined
    case 'cell':
      return (
        session
          .indicators()
          .get(at.tableId)
          ?.rows.some(({ id }) => id === at.rowId) === true
      )
    case 'wording':
      return (
        session
          .options()
          .get(at.optionsId)
          ?.wordings.some(({ id }) => id === at.wordingId) === true
      )
    default:
      return false
  }
}
