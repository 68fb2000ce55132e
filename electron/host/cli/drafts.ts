import { Failure } from '../../../shared/ipc/failure'
import { replay } from '../../../shared/ledger/entry'
import type { Ledger } from '../../../shared/ledger/ledger'
import { versionOf } from '../../../shared/versions/manifest'
import type { Version } from '../../../shared/versions/version'
import { readEntries } from '../ledger/read-entries'
import { readMembership } from '../peer/membership'
import type { Contents } from '../store/contents'
import type { ReportStore } from '../store/report-store'
import { findFaults, type VersionFault } from '../versions/find-faults'
import { readOrigin } from '../versions/origin'
import { readManifests } from '../versions/read-manifests'
import { contentsOf, placeOf } from './ask-ledger'
import type { Command } from './command'
import { parseArguments } from './parse-arguments'
import { words } from './words'

export const draftsCommand: Command = {
  name: 'drafts',
  synopsis: 'BÁO_CÁO.duthao [--verify] [--json]',
  summary: words.summaries.drafts,
  // eslint-disable-next-line @typescript-eslint/require-await -- commands may wait; this one has nothing to wait for
  async run(args, output) {
    const { file, values } = parseArguments(args, {
      verify: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    })
    const contents = contentsOf(placeOf(file, undefined))
    const drafts = readManifests(contents.versions.manifests).map(({ id, manifest }) =>
      versionOf(id, manifest),
    )
    const faults = values.verify ? faultsIn(contents) : []
    if (values.json) output.out(JSON.stringify({ drafts, ...(values.verify ? { faults } : {}) }, null, 2))
    else for (const line of linesOf(drafts)) output.out(line)
    if (!values.verify) return
    if (!values.json) for (const { message } of faults) output.out(message)
    if (faults.length > 0) throw new Failure('unreadable-file', words.drafts.broken(faults.length))
    if (!values.json) output.out(words.drafts.sound(drafts.length))
  },
}

/** A file of a host holds the ledger itself; that of a member holds what was fetched. */
function faultsIn({ kept, ledger, versions: rows, reportId }: Contents): readonly VersionFault[] {
  const store: Pick<ReportStore, 'kept'> = { kept: subject => kept.get(subject) ?? new Map() }
  const membership = readMembership(store)
  const frozen: Ledger['drafts'] | null =
    ledger.entries.length > 0 ? replay(readEntries(ledger.entries).entries).drafts : null
  const report = membership?.report ?? reportId
  const origin = readOrigin(store)
  return findFaults({
    report,
    rows,
    frozen: membership ? null : (frozen ?? []),
    isComplete: !membership,
    origin,
  })
}

function linesOf(versions: readonly Version[]): readonly string[] {
  if (versions.length === 0) return [words.drafts.none]
  return versions.flatMap(({ label, date, at, by, purpose, counts }) => [
    words.drafts.line(label, date.split('-').reverse().join('/'), words.audit.time(at)),
    ...(by ? [words.drafts.by(by.name)] : []),
    ...(purpose ? [words.drafts.purpose(purpose)] : []),
    words.drafts.counts(counts),
  ])
}
