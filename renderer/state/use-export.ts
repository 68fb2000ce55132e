import { nanoid } from 'nanoid'
import { useState } from 'react'
import { ask } from '../host/ask'
import { isCancelled, wordsFor } from './attempt'
import { hearProgress } from './import-file'
import type { Doing } from './window-state'

export type ExportFormat = 'docx' | 'pdf'

export type ExportState =
  | { readonly kind: 'form' }
  | { readonly kind: 'working'; readonly doing: Doing }
  | { readonly kind: 'done'; readonly paths: readonly string[]; readonly warnings: readonly string[] }
  | { readonly kind: 'failed'; readonly message: string }

/** Asks the main process to write files. No paths: the person left the system's save dialog. */
export type WriteFiles = (
  formats: readonly ExportFormat[],
  taskId: string,
) => Promise<{ readonly paths: readonly string[]; readonly warnings?: readonly string[] | undefined }>

export const writeReport =
  (official: boolean): WriteFiles =>
  (formats, taskId) =>
    ask('report.export', { formats: [...formats], official, taskId })

/** One export from the form to its result. Cancelling, also in the system's save dialog, leads back to the form. */
export function useExport(write: WriteFiles) {
  const [state, setState] = useState<ExportState>({ kind: 'form' })
  async function run(formats: readonly ExportFormat[]) {
    const taskId = nanoid(10)
    setState({ kind: 'working', doing: { taskId, step: '', done: 0, of: 0 } })
    const stop = hearProgress(taskId, doing => setState({ kind: 'working', doing }))
    try {
      const { paths, warnings = [] } = await write(formats, taskId)
      setState(paths.length > 0 ? { kind: 'done', paths, warnings } : { kind: 'form' })
    } catch (error) {
      setState(isCancelled(error) ? { kind: 'form' } : { kind: 'failed', message: wordsFor(error) })
    } finally {
      stop()
    }
  }
  return {
    state,
    start: (formats: readonly ExportFormat[]) => void run(formats),
    reset: () => setState({ kind: 'form' }),
  }
}
