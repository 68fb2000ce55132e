import { create } from 'zustand'
import { Failure } from '../../shared/ipc/failure'
import type { Draft } from '../../shared/ipc/drafts'
import { ask } from '../host/ask'
import { listen } from '../host/events'

interface Drafts {
  /** By name: "new", "reply:<id>", "edit:<id>". */
  readonly drafts: Readonly<Record<string, Draft>>
  /** Why the last one is only in this window, in words; null while all are in the file. */
  readonly failure: string | null
}

/** What the person has begun to write in the review of the open report. */
export const useDrafts = create<Drafts>(() => ({ drafts: {}, failure: null }))

/** Behind the last key, in ms: a draft is whole on the disk, not letter by letter. */
const pause = 150

const waiting = new Map<string, ReturnType<typeof setTimeout>>()
/** Names that this window has written: what the file says of them is older. */
const written = new Set<string>()

/** Takes what the file holds, and writes what is left when the page goes, until the returned function is called. */
export function hearDrafts(): () => void {
  const stop = listen('drafts.changed', ({ drafts }) => {
    const mine = Object.entries(useDrafts.getState().drafts).filter(([name]) => written.has(name))
    const theirs = Object.entries(drafts).filter(([name]) => !written.has(name))
    useDrafts.setState({ drafts: Object.fromEntries([...theirs, ...mine]) })
  })
  window.addEventListener('pagehide', keepAll)
  return () => {
    stop()
    window.removeEventListener('pagehide', keepAll)
  }
}

/** Shown at once, in the file a moment later. Null: sent or given up, gone from the file at once. */
export function writeDraft(name: string, draft: Draft | null): void {
  written.add(name)
  useDrafts.setState(({ drafts }) => {
    const { [name]: _before, ...others } = drafts
    return { drafts: draft ? { ...others, [name]: draft } : others }
  })
  clearTimeout(waiting.get(name))
  if (draft)
    waiting.set(
      name,
      setTimeout(() => keep(name), pause),
    )
  else keep(name)
}

function keepAll(): void {
  for (const name of [...waiting.keys()]) keep(name)
}

function keep(name: string): void {
  clearTimeout(waiting.get(name))
  waiting.delete(name)
  const draft = useDrafts.getState().drafts[name] ?? null
  ask('draft.keep', { name, draft }).then(
    () => useDrafts.setState({ failure: null }),
    (error: unknown) => {
      if (error instanceof Failure) useDrafts.setState({ failure: error.message })
      else reportError(error)
    },
  )
}
