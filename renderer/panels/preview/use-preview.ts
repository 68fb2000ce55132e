import { useEffect, useRef, useState } from 'react'
import { ask } from '../../host/ask'
import { afterPause } from '../../state/after-pause'
import { wordsFor } from '../../state/attempt'
import type { ReportSession } from '../../state/report-session'
import { openPdf, type PdfPages } from './pdf-pages'

export interface Preview {
  /** Those last set; null before the first. */
  readonly pages: PdfPages | null
  readonly busy: boolean
  readonly failure: string | null
}

/** Milliseconds without a change after which the pages are set again. */
const pause = 800

const nothing = (): void => undefined

/** The pages as they would be printed now; set again after each pause in the writing, one setting at a time. */
export function usePreview(session: ReportSession): Preview & { readonly again: () => void } {
  const [preview, setPreview] = useState<Preview>({ pages: null, busy: true, failure: null })
  const work = useRef<() => void>(nothing)
  useEffect(() => {
    const setting = keepSetting(change => setPreview(known => ({ ...known, ...change })))
    work.current = setting.set
    const stop = afterPause(session, pause, setting.set)
    return () => {
      stop()
      setting.close()
    }
  }, [session])
  return { ...preview, again: () => work.current() }
}

/** Sets the pages at once, and whenever asked; asked for in the middle of it, once more at the end. */
function keepSetting(show: (change: Partial<Preview>) => void) {
  let shown: PdfPages | null = null
  let isOpen = true
  let isBusy = false
  let isStale = false
  async function set(): Promise<void> {
    isStale = true
    if (isBusy) return
    isBusy = true
    show({ busy: true, failure: null })
    while (isOpen && isStale) {
      isStale = false
      await setOnce()
    }
    isBusy = false
    if (isOpen) show({ busy: false })
  }
  async function setOnce(): Promise<void> {
    try {
      const { pdf } = await ask('report.preview', {})
      const pages = await openPdf(pdf)
      shown?.close()
      shown = pages
      if (isOpen) show({ pages, failure: null })
      else pages.close()
    } catch (error) {
      if (isOpen) show({ failure: wordsFor(error) })
    }
  }
  void set()
  return {
    set: () => void set(),
    close() {
      isOpen = false
      shown?.close()
      shown = null
    },
  }
}
