import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { findReplica, isSameMembership } from '../../host/peer/find-replica'
import { joinCommittee, joinSteps } from '../../host/peer/join-committee'
import type { Membership } from '../../host/peer/membership'
import { words as peerWords } from '../../host/peer/words'
import { freePath } from '../../host/store/free-path'
import type { Program } from '../program'
import { showReport } from '../reports/show-report'
import type { Task } from '../tasks'
import type { ReportWindow } from '../windows/report-window'
import { words } from './words'

/** Redeems an invitation and shows the report. Throws a Failure with the reason; no window changes then. */
export async function joinAndShow(
  program: Program,
  window: ReportWindow,
  given: { readonly invitation: string; readonly task: Task },
): Promise<void> {
  const { signal, progress } = given.task
  const path = await joinCommittee(given.invitation, {
    identity: program.identity(),
    signal,
    onStep: step => progress(peerWords.steps[step], joinSteps.indexOf(step), joinSteps.length),
    findReplica: wanted => replicaHere(program, wanted),
    pathFor: title => pathFor(program.reportsFolder, title),
  })
  showReport(program, path, window)
}

function replicaHere(
  { windows, recent, reportsFolder }: Program,
  wanted: Pick<Membership, 'report' | 'member' | 'certificate'>,
): string | null {
  const open = windows.all().flatMap(({ report }) => report ?? [])
  const shown = open.find(({ committee: { peer } }) => peer && isSameMembership(peer.link, wanted))
  if (shown) return shown.path
  const held = new Set(open.map(({ path }) => path))
  const known = [...recent.list().map(({ path }) => path), ...reportsIn(reportsFolder)]
  return findReplica(new Set(known.filter(path => !held.has(path) && existsSync(path))), wanted)
}

function reportsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => name.endsWith('.duthao') && !name.startsWith('.'))
    .map(name => join(folder, name))
}

const longestName = 80

function pathFor(folder: string, title: string): string {
  mkdirSync(folder, { recursive: true })
  // What one of the three systems does not take in a name.
  const plain = title
    .replace(/[\p{Cc}\\/:*?"<>|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const name = plain.slice(0, longestName).replace(/[. ]+$/, '')
  return freePath(folder, name || words.untitled, '.duthao')
}
