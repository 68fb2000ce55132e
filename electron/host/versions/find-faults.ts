import type { Manifest, StoredFile } from '../../../shared/versions/manifest'
import type { VersionRows } from '../store/version-rows'
import type { Origin } from './origin'
import { PartFault, Parts, withBases } from './parts'
import { parsedManifest, partsOf, readManifest, type ReadManifest } from './read-manifests'
import { readText } from './read-text'
import { words } from './words'

/** Something that is not as it was frozen. `version` is null where it belongs to none (the record itself). */
export interface VersionFault {
  readonly version: string | null
  readonly message: string
}

interface Evidence {
  /** The report's id. */
  readonly report: string
  readonly rows: VersionRows
  /** Numbered drafts as the ledger tells them; null where there is no ledger to ask. */
  readonly frozen: readonly { readonly number: number; readonly manifest: string }[] | null
  /** Whether every draft that the ledger tells must be there: not on a member's computer, which fetches what it reads. */
  readonly isComplete: boolean
  /** Of those that were frozen elsewhere. */
  readonly origin?: Origin
}

/** Everything that can be known of stored versions from themselves and the ledger: changed, missing, moved, put in. */
export const findFaults = (evidence: Evidence): readonly VersionFault[] => [...stepsOf(evidence)].flat()

/** The same, letting others have their turn between one version and the next. */
export async function findFaultsByTurns(evidence: Evidence): Promise<readonly VersionFault[]> {
  const faults: VersionFault[] = []
  for (const found of stepsOf(evidence)) {
    faults.push(...found)
    await new Promise(resolve => setImmediate(resolve))
  }
  return faults
}

function* stepsOf(evidence: Evidence): Generator<readonly VersionFault[]> {
  const { rows } = evidence
  const read = rows.manifests.flatMap(row => readManifest(row) ?? [])
  yield [...manifestFaults(rows), ...orderFaults(read, evidence), ...ledgerFaults(read, evidence)]
  const parts = new Parts(rows.parts)
  for (const one of read) yield contentFaults(one, parts)
  yield strayFaults(read, rows)
}

function manifestFaults({ manifests }: VersionRows): VersionFault[] {
  const seen = new Set<string>()
  return manifests.flatMap(row => {
    const { id } = row
    const label = parsedManifest(row.manifest)?.label ?? words.unknown(id)
    if (!readManifest(row)) return [{ version: id, message: words.manifestChanged(label) }]
    if (seen.has(id)) return [{ version: id, message: words.twice(label) }]
    seen.add(id)
    return []
  })
}

/** Numbered drafts name the one before, and stand in the order in which they were made. */
function orderFaults(
  read: readonly ReadManifest[],
  { report, isComplete, origin }: Evidence,
): VersionFault[] {
  const faults: VersionFault[] = []
  const reports = new Set([report, ...(origin?.reports ?? [])])
  let [draft, latest]: [ReadManifest | null, string] = [null, '']
  for (const one of read) {
    const { id, manifest } = one
    const tell = (message: string): void => void faults.push({ version: id, message })
    if (!reports.has(manifest.report)) tell(words.otherReport(manifest.label))
    // One between drafts may be written behind a draft that was asked for later.
    if (manifest.number === null) continue
    if (isComplete && manifest.at < latest) tell(words.outOfOrder(manifest.label))
    latest = manifest.at > latest ? manifest.at : latest
    const isAlone = origin?.isPartial === true && manifest.report !== report
    if (isComplete && !isAlone && manifest.previous !== (draft?.id ?? null))
      tell(words.chainBroken(manifest.label))
    draft = one
  }
  return faults
}

function ledgerFaults(read: readonly ReadManifest[], evidence: Evidence): VersionFault[] {
  const { isComplete, origin } = evidence
  if (evidence.frozen === null) return []
  const frozen = [...(origin?.drafts ?? []), ...evidence.frozen]
  const told = new Set(frozen.map(({ manifest }) => manifest))
  const here = new Set(read.map(({ id }) => id))
  const untold = read.filter(({ id, manifest }) => manifest.number !== null && !told.has(id))
  const gone = isComplete ? frozen.filter(({ manifest }) => !here.has(manifest)) : []
  return [
    ...untold.map(({ id, manifest }) => ({ version: id, message: words.notInLedger(manifest.label) })),
    ...gone.map(({ number, manifest }) => ({ version: manifest, message: words.gone(number) })),
  ]
}

/** What of one version is not as it was frozen. */
export function contentFaults({ id, manifest }: ReadManifest, parts: Parts): VersionFault[] {
  const faults: VersionFault[] = []
  const check = (what: string, names: readonly string[], read: () => unknown): void => {
    try {
      read()
    } catch (error) {
      if (!(error instanceof PartFault)) throw error
      faults.push({ version: id, message: say(manifest, { what, names, error }) })
    }
  }
  const { text, problems, approvals, writers } = manifest
  const names = words.partNames
  for (const { section, part } of text.pieces)
    check(words.sectionText(section), [part], () => parts.content(part))
  check(names.text, [text.rest], () => parts.content(text.rest))
  if (faults.length === 0) check(names.text, [text.rest], () => readText(manifest, parts))
  const one = (what: string, part: string): void => check(what, [part], () => parts.content(part))
  const file = (what: string, stored: StoredFile | null): void => {
    // A file follows from its parts; to pack it again would take longer than all the rest.
    for (const part of stored?.parts ?? []) check(what, [part], () => parts.content(part))
  }
  file(names.state, manifest.state)
  file(names.docx, manifest.docx)
  file(names.pdf, manifest.pdf)
  one(names.problems, problems)
  one(names.approvals, approvals)
  one(names.writers, writers)
  return faults
}

interface Said {
  readonly what: string
  readonly names: readonly string[]
  readonly error: PartFault
}

function say({ label }: Manifest, { what, names, error }: Said): string {
  if (!names.includes(error.part)) return words.partLeans(label, what)
  return error.kind === 'missing' ? words.partMissing(label, what) : words.partChanged(label, what)
}

/** Parts that no version names, nor leans on; where a manifest is damaged that would be said of its own. */
function strayFaults(read: readonly ReadManifest[], { manifests, parts }: VersionRows): VersionFault[] {
  if (read.length < manifests.length) return []
  const needed = withBases(
    read.flatMap(({ manifest }) => partsOf(manifest)),
    parts,
  )
  const stray = [...parts].filter(([name]) => !needed.has(name))
  return stray.length === 0 ? [] : [{ version: null, message: words.stray(stray.length) }]
}
