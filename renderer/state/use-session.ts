import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { ReportSession } from './report-session'

const SessionContext = createContext<ReportSession | null>(null)
export const SessionProvider = SessionContext.Provider

/** The report that is open in this window. */
export function useSession(): ReportSession {
  const session = useContext(SessionContext)
  if (!session) throw new Error('No report is open here')
  return session
}

/** A snapshot of the open report; draws again only when `read` gives another value. */
export function useSnapshot<T>(read: (session: ReportSession) => T): T {
  const session = useSession()
  return useSyncExternalStore(session.subscribe, () => read(session))
}

/**
 * Something costly, worked out again once the person has paused for `delay` ms; null before the first time.
 * Nothing waits for it: the letter is on screen long before.
 */
export function useSettled<T>(read: (session: ReportSession) => T, delay: number): T | null {
  const session = useSession()
  const [value, setValue] = useState<T | null>(null)
  useEffect(() => {
    let timer = setTimeout(work, 0)
    function work() {
      setValue(read(session))
    }
    const stop = session.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(work, delay)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [session, read, delay])
  return value
}
