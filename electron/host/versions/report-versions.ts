import { encodeStateAsUpdateV2 } from 'yjs'
import { Failure } from '../../../shared/ipc/failure'
import type { CommandOf } from '../../../shared/ledger/commands'
import type { Caller } from '../../../shared/ledger/entry'
import { emptyLedger, type Ledger } from '../../../shared/ledger/ledger'
import { versionOf } from '../../../shared/versions/manifest'
import type { Version, VersionCause } from '../../../shared/versions/version'
import type { LedgerHost, LedgerReply } from '../ledger/ledger-host'
import type { ReportStore } from '../store/report-store'
import type { LedgerWrite } from '../store/ledger-rows'
import type { KeptRows } from '../store/kept-rows'
import { isNoVersions, type ManifestRow, type PartRow, type VersionRows } from '../store/version-rows'
import { contentFaults, findFaultsByTurns, type VersionFault } from './find-faults'
import { keepWriters } from './kept-writers'
import type { Make, MakeOptions } from './make-isolated'
import type { Asked, MadeVersion } from './make-version'
import { originOf, originRow, readOrigin, type Origin } from './origin'
import { Parts, PartFault, withBases } from './parts'
import { lastDraftOf, partsOf, readManifest, readManifests, type ReadManifest } from './read-manifests'
import { readText } from './read-text'
import { restoreFile } from './stored-file'
import { toThinOut } from './thin'
import { thinned } from './thinned'
import { words } from './words'
import { BlockWriters, Writers } from './writers'

type VersionStore = Pick<
  ReportStore,
  'reportId' | 'body' | 'readOnly' | 'versions' | 'writeVersions' | 'kept' | 'keep'
>

export interface VersionsOptions {
  readonly make: Make
  /** ms since 1970. */
  readonly clock?: () => number
}

export type FreezeCommand = CommandOf<'version.freeze'>

/** The frozen drafts of a report that this computer keeps, and the versions between them. */
export class ReportVersions {
  readonly writers = new Writers()
  private readonly listeners = new Set<() => void>()
  private readonly keptWriters: ReturnType<typeof keepWriters>
  private isFreezing = false

  constructor(
    private readonly store: VersionStore,
    private readonly options: VersionsOptions,
  ) {
    this.keptWriters = keepWriters(this.writers, store)
  }

  /** As they lie in the file. */
  get rows(): VersionRows {
    return this.store.versions()
  }

  /** The oldest first. What is damaged is left out here and told by `verify`. */
  get list(): readonly Version[] {
    const all = this.manifests.map(({ id, manifest }) => versionOf(id, manifest))
    return all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  }

  /**
   * Freezes the report for a caller whom the host has recognised. The words are those of this very moment; everybody
   * writes on while the files are made, and only when all is there is it written, in one step with the ledger. Refusals
   * are values. Throws a Failure where the files cannot be made.
   */
  async freeze(
    command: FreezeCommand,
    caller: Caller,
    ledger: LedgerHost,
    options: MakeOptions = {},
  ): Promise<LedgerReply & { readonly version?: Version }> {
    const refusal = ledger.mayFreeze(command, caller)
    if (refusal) return refusal
    // Also of drafts that came with a copy, of which no ledger tells here.
    if (this.list.some(({ number }) => number !== null && number >= command.number))
      return { ok: false, code: 'draft-number', message: words.badNumber }
    if (this.isFreezing) return { ok: false, code: 'not-ready', message: words.busy }
    this.isFreezing = true
    const writers = this.writers.takeOut()
    try {
      const { number, label, date, purpose } = command
      const by = byOf(caller, ledger)
      const asked = { number, label, date, purpose, cause: 'asked', at: this.now(), by } as const
      const made = await this.make(asked, ledger, writers, options)
      const frozen = {
        manifest: made.id,
        frozen: made.version.at,
        counts: made.version.counts,
        files: made.version.files,
      }
      const reply = ledger.freeze(command, caller, frozen, write => this.write(made, write))
      if (!reply.ok) this.writers.putBack(writers)
      else this.changed()
      return reply.ok ? { ...reply, version: made.version } : reply
    } catch (error) {
      this.writers.putBack(writers)
      throw error
    } finally {
      this.isFreezing = false
    }
  }

  /** Keeps the report as it is without a number. Null where that is what the newest version holds. Throws a Failure. */
  async keep(cause: Exclude<VersionCause, 'asked'>, ledger: LedgerHost | null): Promise<Version | null> {
    if (this.store.readOnly !== null) return null
    const at = this.now()
    const asked = {
      number: null,
      label: words.automatic[cause],
      date: at.slice(0, 10),
      purpose: '',
      cause,
      at,
    }
    const made = await this.make({ ...asked, by: null }, ledger, this.writers.blockWriters, {})
    const newest = this.manifests.at(-1)?.manifest.text.hash
    if (newest === readManifests([made])[0]?.manifest.text.hash) return null
    this.write(made)
    this.thinOut()
    this.changed()
    return made.version
  }

  /** The canonical JSON of the report as it was. Throws a Failure. */
  read(id: string): string {
    return this.whole(id, (manifest, parts) => readText(manifest, parts))
  }

  /** A file of that day. Throws a Failure. */
  file(id: string, format: 'docx' | 'pdf'): Uint8Array {
    return this.whole(id, (manifest, parts) => {
      const file = manifest[format]
      if (!file) throw new Failure('not-found', words.noFile)
      return restoreFile(file, parts)
    })
  }

  /** Puts a version into the file that was made elsewhere. Throws a Failure where it is not what its name says. */
  takeIn(row: ManifestRow, parts: ReadonlyMap<string, PartRow>): void {
    const read = readManifest(row)
    const isWhole =
      read && contentFaults(read, new Parts(new Map([...parts, ...this.rows.parts]))).length === 0
    if (!isWhole) throw new Failure('unreadable-file', words.damaged)
    this.store.writeVersions({ manifests: [row], parts })
    this.changed()
  }

  /** Who wrote in which block before a version, or (null) since the last draft. Throws a Failure. */
  authors(id: string | null): BlockWriters {
    if (id === null) return this.writers.blockWriters
    return this.whole(id, ({ writers }, parts) => BlockWriters.parse(JSON.parse(parts.text(writers))))
  }

  /** What is not as it was frozen. `frozen`: the drafts that the ledger tells of; null where there is no ledger to ask. */
  verify(frozen: Ledger['drafts'] | null, isComplete = true): Promise<readonly VersionFault[]> {
    const { reportId: report } = this.store
    const origin = readOrigin(this.store)
    return findFaultsByTurns({ report, rows: this.store.versions(), frozen, isComplete, origin })
  }

  /** What a copy of the report begins with. `drafts`: those of which a ledger tells here; null on a member's computer. */
  forCopy(drafts: Ledger['drafts'] | null): { readonly versions: VersionRows; readonly kept: KeptRows } {
    const versions = this.store.versions()
    if (isNoVersions(versions)) return { versions, kept: new Map() }
    return { versions, kept: new Map([['writers', originRow(this.originNow(drafts))]]) }
  }

  /** The committee is left: from now on no ledger tells of the drafts that are here. Throws a Failure. */
  becomeOwn(): void {
    if (!isNoVersions(this.store.versions())) this.store.keep('writers', originRow(this.originNow(null)))
  }

  private originNow(drafts: Ledger['drafts'] | null): Origin {
    const here = this.manifests.flatMap(({ id, manifest }) =>
      manifest.number === null ? [] : [{ number: manifest.number, manifest: id }],
    )
    const { reportId: report } = this.store
    return originOf(readOrigin(this.store), { report, drafts: drafts ?? here, isPartial: drafts === null })
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  close(): void {
    this.keptWriters.close()
  }

  private get manifests(): readonly ReadManifest[] {
    return readManifests(this.store.versions().manifests)
  }

  private async make(
    asked: Asked,
    ledger: LedgerHost | null,
    writers: BlockWriters,
    options: MakeOptions,
  ): Promise<MadeVersion> {
    const before = lastDraftOf(this.manifests)
    const { approvers, delegations, rules, work, locks } = ledger?.current ?? emptyLedger
    const job = {
      report: this.store.reportId,
      state: encodeStateAsUpdateV2(this.store.body),
      asked,
      book: { approvers, delegations, rules, work, locks },
      writers,
      before,
      rows: before ? withBases(partsOf(before.manifest), this.store.versions().parts) : new Map(),
    }
    // The words are held fast. Starting a process takes some 40 ms: whoever writes has a turn before.
    await new Promise(resolve => setImmediate(resolve))
    return this.options.make(job, options)
  }

  private write({ id, manifest, parts }: MadeVersion, ledger?: LedgerWrite): void {
    this.store.writeVersions({ manifests: [{ id, manifest }], parts }, ledger)
    this.keptWriters.save()
  }

  private thinOut(): void {
    const gone = toThinOut(this.list, Date.parse(this.now()))
    if (gone.length > 0) this.store.writeVersions({ gone: thinned(this.store.versions(), gone) })
  }

  private whole<T>(id: string, read: (manifest: ReadManifest['manifest'], parts: Parts) => T): T {
    const found = this.manifests.find(version => version.id === id)
    if (!found) throw new Failure('not-found', words.noVersion)
    try {
      return read(found.manifest, new Parts(this.store.versions().parts))
    } catch (error) {
      if (error instanceof PartFault) throw new Failure('unreadable-file', words.damaged)
      throw error
    }
  }

  private now(): string {
    return new Date((this.options.clock ?? Date.now)()).toISOString()
  }

  private changed(): void {
    for (const listener of this.listeners) listener()
  }
}

function byOf(caller: Caller, { current }: LedgerHost): Version['by'] {
  if (caller.kind !== 'member') return null
  return { member: caller.id, name: current.members.get(caller.id)?.name ?? '' }
}
