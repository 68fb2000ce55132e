import { useState } from 'react'
import { isCancelled, wordsFor } from '../../state/attempt'

export interface Acting {
  readonly isBusy: boolean
  /** Why the last work was refused, in words; null where it was not. */
  readonly failure: string | null
  /** Runs one work at a time; true where it was done. */
  readonly act: (work: () => Promise<unknown>) => Promise<boolean>
}

/** Work that a dialog asks for: its refusal is shown in the dialog, which covers every other place. */
export function useActing(): Acting {
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const act = async (work: () => Promise<unknown>): Promise<boolean> => {
    if (isBusy) return false
    setBusy(true)
    setFailure(null)
    try {
      await work()
      return true
    } catch (error) {
      if (!isCancelled(error)) setFailure(wordsFor(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, failure, act }
}
