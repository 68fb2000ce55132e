import { create } from 'zustand'
import { fromReportJson } from '../../shared/report/report-json'
import type { Fields } from '../../shared/report/fields'
import type { Report } from '../../shared/report/report'
import { lastDraft, withDraftMark } from '../../shared/versions/draft-mark'
import type { Version } from '../../shared/versions/version'
import { ask } from '../host/ask'
import { listen } from '../host/events'
import { vi } from '../wording/vi'
import { mayAdminister, useCommittee } from './committee'
import type { ReportSession } from './report-session'
import { say, showDialog } from './window-state'

interface Versions {
  /** The oldest first; empty until the main process has told. */
  readonly all: readonly Version[]
  /** The number of the last frozen draft; 0 while none is. */
  readonly last: number
}

/** Frozen drafts of the open report and the versions between them. */
export const useVersions = create<Versions>(() => ({ all: [], last: 0 }))

/** Takes what the main process tells of versions, until the returned function is called. */
export const hearVersions = (): (() => void) =>
  listen('versions.changed', ({ all }) => useVersions.setState({ all, last: lastDraft(all) }))

/** Opens the form that freezes the report; whoever may not is told why. */
export function askToFreeze({ readOnly }: Pick<ReportSession, 'readOnly'>): void {
  if (!mayAdminister(useCommittee.getState())) say(vi.versions.freeze.onlySecretary)
  else if (readOnly) say(vi.versions.readOnly)
  else showDialog('freeze')
}

/** The fields with the draft mark that nobody had to write. */
export function useMarked(fields: Fields): Fields {
  return withDraftMark(
    fields,
    useVersions(({ last }) => last),
  )
}

/** Versions never change, so the last few that were read are kept. */
const texts = new Map<string, Promise<Report>>()
const keptTexts = 6

/** The text of a version. Throws a Failure with the reason where it cannot be had. */
export function readVersion(id: string): Promise<Report> {
  const known = texts.get(id)
  if (known) return known
  const read = ask('version.read', { id }).then(({ report }) => fromReportJson(JSON.parse(report)))
  texts.set(id, read)
  // Asked for again, it may succeed.
  read.catch(() => texts.delete(id))
  for (const old of [...texts.keys()].slice(0, -keptTexts)) texts.delete(old)
  return read
}
