import { nanoid } from 'nanoid'
import { create } from 'zustand'
import { Failure } from '../../shared/ipc/failure'
import { fromReportJson } from '../../shared/report/report-json'
import type { Report } from '../../shared/report/report'
import type { Source } from '../../shared/versions/source'
import { unreachable } from '../../shared/util/exhaustive'
import { ask } from '../host/ask'
import { hearProgress } from './import-file'
import type { ReportSession } from './report-session'
import { readVersion } from './versions'
import type { Doing } from './window-state'
import { vi } from '../wording/vi'

/** A Word file that this window has read for comparing. */
export interface ReadFile {
  readonly token: string
  readonly name: string
  readonly warnings: readonly string[]
  readonly report: Report
}

/** The files that can be chosen again without reading them anew. */
export const useReadFiles = create<{ readonly files: readonly ReadFile[] }>(() => ({ files: [] }))

/** The text of a side. Throws a Failure with the reason where it cannot be had. */
export async function readSource(source: Source, session: ReportSession): Promise<Report> {
  switch (source.kind) {
    case 'today':
      return session.report()
    case 'version':
      return readVersion(source.id)
    case 'file': {
      const file = useReadFiles.getState().files.find(({ token }) => token === source.token)
      if (!file) throw new Failure('not-found', vi.compare.unknown)
      return file.report
    }
    default:
      return unreachable(source)
  }
}

/** Lets the person choose a Word file and reads it; null where they left the dialog. */
export async function readWordFile(onProgress: (doing: Doing) => void): Promise<Source | null> {
  const taskId = nanoid(10)
  const stop = hearProgress(taskId, onProgress)
  try {
    const { file } = await ask('comparison.readFile', { taskId })
    if (!file) return null
    const { token, name, warnings, report } = file
    const read: ReadFile = { token, name, warnings, report: fromReportJson(JSON.parse(report)) }
    useReadFiles.setState(({ files }) => ({ files: [...files, read].slice(-keptFiles) }))
    return { kind: 'file', token }
  } finally {
    stop()
  }
}

/** As many as the main process keeps. */
const keptFiles = 8
