import { nanoid } from 'nanoid'
import { useState } from 'react'
import type { Version } from '../../../shared/versions/version'
import { setField } from '../../editor/records/fields'
import { ask } from '../../host/ask'
import { wordsFor } from '../../state/attempt'
import { hearProgress } from '../../state/import-file'
import type { ReportSession } from '../../state/report-session'
import { say, type Doing } from '../../state/window-state'
import { vi } from '../../wording/vi'

export interface FreezeForm {
  readonly number: number
  readonly label: string
  readonly date: string
  readonly purpose: string
  /** From now on the program says the draft mark by itself, in place of what a person wrote. */
  readonly letsMarkFollow: boolean
}

export type FreezeState =
  | { readonly kind: 'form' }
  | { readonly kind: 'working'; readonly doing: Doing }
  | { readonly kind: 'done'; readonly version: Version }
  | { readonly kind: 'failed'; readonly message: string }

/** One freezing from the form to its result. */
export function useFreeze(session: ReportSession) {
  const [state, setState] = useState<FreezeState>({ kind: 'form' })
  async function run({ letsMarkFollow, ...form }: FreezeForm) {
    const taskId = nanoid(10)
    const show = (doing: Doing) => setState({ kind: 'working', doing })
    show({ taskId, step: '', done: 0, of: 0 })
    const stop = hearProgress(taskId, show)
    try {
      // The host freezes what it has: what is on the screen only must be there first.
      session.settle()
      const { version } = await ask('version.freeze', { ...form, taskId })
      if (letsMarkFollow) setField(session.body, 'draftNumber', '')
      setState({ kind: 'done', version })
      say(vi.versions.freeze.done(version.label))
    } catch (error) {
      setState({ kind: 'failed', message: wordsFor(error) })
    } finally {
      stop()
    }
  }
  return { state, start: (form: FreezeForm) => void run(form), reset: () => setState({ kind: 'form' }) }
}
