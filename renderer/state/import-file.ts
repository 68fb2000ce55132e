import { nanoid } from 'nanoid'
import type { Level } from '../../shared/report/levels'
import { ask } from '../host/ask'
import { listen } from '../host/events'
import { attempt, isCancelled, wordsFor } from './attempt'
import { useWindow, type Doing, type ImportState } from './window-state'

const show = (importing: ImportState | null): void => useWindow.setState({ importing })

/** Reads a foreign file and shows what was found. Without a path, the person chooses a file first. */
export async function startImport(path?: string): Promise<void> {
  const taskId = nanoid(10)
  const start: Doing = { taskId, step: '', done: 0, of: 0 }
  if (path) show({ kind: 'reading', doing: start })
  const stop = hearProgress(taskId, doing => show({ kind: 'reading', doing }))
  try {
    const { preview } = await ask('report.import', { ...(path ? { path } : {}), taskId })
    show(preview && { kind: 'preview', preview })
  } catch (error) {
    show(isCancelled(error) ? null : { kind: 'failed', message: wordsFor(error) })
  } finally {
    stop()
  }
}

/** Makes a report of what was shown, with the person's corrections of levels (null = a paragraph). */
export async function acceptImport(
  token: string,
  corrections: ReadonlyMap<string, Level | null>,
): Promise<void> {
  const list = [...corrections].map(([id, level]) => ({ id, level }))
  const done = await attempt(() => ask('report.acceptImport', { token, corrections: list }))
  if (done?.opened) show(null)
}

export async function discardImport(token: string): Promise<void> {
  show(null)
  await attempt(() => ask('report.discardImport', { token }))
}

export const closeImport = (): void => show(null)

export const cancelTask = (taskId: string): void => void attempt(() => ask('task.cancel', { taskId }))

/** Hears of one task's progress until the returned function is called. */
export const hearProgress = (taskId: string, handler: (doing: Doing) => void): (() => void) =>
  listen('task.progressed', doing => {
    if (doing.taskId === taskId) handler(doing)
  })
