import { create } from 'zustand'
import type { Content } from '../../shared/compare/content'
import type { Look } from '../../shared/seen/looks'
import { piecesOf, readPiece } from '../../shared/seen/piece'
import { changesSince, type ChangedSection, type SeenSection } from '../../shared/seen/since'
import { ask } from '../host/ask'
import { listen } from '../host/events'
import { attempt } from './attempt'
import type { ReportSession } from './report-session'

interface Since {
  /** When which section was looked at; null until the main process has told. */
  readonly looks: readonly Look[] | null
  readonly changed: readonly ChangedSection[]
}

/** What changed in the open report since the person at this window last looked. */
export const useSince = create<Since>(() => ({ looks: null, changed: [] }))

/** What was seen, by the name of its bytes: a name stands for the same bytes for ever. */
const pieces = new Map<string, Content>()

/** Takes what the main process tells of looks, until the returned function is called. */
export const hearSeen = (): (() => void) =>
  listen('seen.changed', ({ looks }) => void attempt(() => takeLooks(looks)))

async function takeLooks(looks: readonly Look[]): Promise<void> {
  const sections = new Map(looks.map(({ piece, section }) => [piece, section]))
  const names = [...sections.keys()].filter(name => !pieces.has(name))
  for (const name of [...pieces.keys()]) if (!sections.has(name)) pieces.delete(name)
  if (names.length > 0)
    for (const { name, json } of (await ask('seen.pieces', { names })).pieces)
      pieces.set(name, readPiece({ section: sections.get(name) ?? '', json }))
  useSince.setState({ looks: looks.filter(({ piece }) => pieces.has(piece)) })
}

/** Milliseconds without a change before the report is compared again. */
const pause = 700

/** Keeps the list up to date until the returned function is called. */
export function watchSince(session: ReportSession): () => void {
  let timer = setTimeout(look, 300)
  let { looks } = useSince.getState()
  function look() {
    const changed = changesSince(seenSections(), session.report())
    if (!sameChanges(useSince.getState().changed, changed)) useSince.setState({ changed })
  }
  const soon = (delay: number) => () => {
    clearTimeout(timer)
    timer = setTimeout(look, delay)
  }
  const stops = [
    session.subscribe(soon(pause)),
    useSince.subscribe(next => {
      if (next.looks === looks) return
      looks = next.looks
      soon(0)()
    }),
  ]
  return () => {
    clearTimeout(timer)
    stops.forEach(stop => stop())
    useSince.setState({ changed: [] })
  }
}

const seenSections = (): SeenSection[] =>
  (useSince.getState().looks ?? []).flatMap(({ section, at, piece }) => {
    const content = pieces.get(piece)
    return content ? [{ section, at, content }] : []
  })

const sameChanges = (before: readonly ChangedSection[], now: readonly ChangedSection[]): boolean =>
  JSON.stringify(before) === JSON.stringify(now)

/** The person has seen these sections as they stand; `all`: the whole report. */
export async function markSeen(session: ReportSession, sections: ReadonlySet<string> | 'all'): Promise<void> {
  const now = piecesOf(session.report())
  const order = now.map(({ section }) => section)
  const isMeant = (section: string): boolean => sections === 'all' || sections.has(section)
  const here = new Set(order)
  const gone = (useSince.getState().looks ?? []).filter(({ section }) => !here.has(section))
  const looks = [
    ...now.filter(({ section }) => isMeant(section)),
    ...gone.filter(({ section }) => isMeant(section)).map(({ section }) => ({ section, json: null })),
  ]
  await attempt(() => ask('seen.mark', { looks, order }))
}
