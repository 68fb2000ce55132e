import { useSyncExternalStore } from 'react'
import { useBeside } from './beside'
import { changeSettings, useWindow } from './window-state'

/** The panels beside the paper. */
export type Side = 'outline' | 'review'

// Paper at its true size (794 px) with margin and scroll bar, the panels at their first widths or as strips. Narrower
// than this, an open panel would push the paper out of the window; it folds, and review goes first.
const narrow = { outline: '(max-width: 1154px)', review: '(max-width: 1434px)' } as const
/** The same with a version's paper beside today's. */
const narrowBeside = { outline: '(max-width: 1999px)', review: '(max-width: 2279px)' } as const
const setting = { outline: 'outlineOpen', review: 'reviewOpen' } as const

const isNarrow = (side: Side): boolean =>
  matchMedia((useBeside.getState().open ? narrowBeside : narrow)[side]).matches

/** On a narrow window a panel is a strip until it is asked for, and then stays open for this session only. */
export function showSide(side: Side, open: boolean): void {
  if (isNarrow(side))
    useWindow.setState(({ openOnNarrow }) => ({ openOnNarrow: { ...openOnNarrow, [side]: open } }))
  else changeSettings({ [setting[side]]: open })
}

export const flipSide = (side: Side): void => showSide(side, !isOpen(side))

function isOpen(side: Side): boolean {
  const { settings, openOnNarrow } = useWindow.getState()
  return isNarrow(side) ? openOnNarrow[side] : settings[setting[side]]
}

export const useSideOpen = (side: Side): boolean => useSyncExternalStore(watch, () => isOpen(side))

function watch(listener: () => void): () => void {
  const unsubscribe = useWindow.subscribe(listener)
  const leaveBeside = useBeside.subscribe(listener)
  const media = [narrow, narrowBeside].flatMap(Object.values).map((query: string) => matchMedia(query))
  for (const each of media) each.addEventListener('change', listener)
  return () => {
    unsubscribe()
    leaveBeside()
    for (const each of media) each.removeEventListener('change', listener)
  }
}
