import { noCommittee, type CommitteeState } from '../../../shared/ipc/committee'
import { noLedgerView, type LedgerView } from '../../../shared/ipc/ledger-view'
import { Failure } from '../../../shared/ipc/failure'
import type { InvitationWish, SharingView, WrittenInvitation } from '../../../shared/ipc/sharing'
import type { Caller } from '../../../shared/ledger/entry'
import { isActive, memberOfKey, type MemberRecord } from '../../../shared/ledger/ledger'
import { viewOfLedger } from '../../../shared/ledger/view-of-ledger'
import { readFields } from '../../../shared/sync/read-report'
import type { Identity } from '../identity/identity'
import type { Committee } from '../committee/committee'
import { committeeOf } from '../ledger/committee-of'
import { LedgerHost, type LedgerReply } from '../ledger/ledger-host'
import type { ReportHost } from '../report-host/report-host'
import { openIn } from '../review/open-in'
import { becomeMember, carriedOut, foundAlone, ownWords, type Signature } from './secretary'
import { sharedRooms, type ReviewDocs } from './shared-rooms'
import type { Lease, SharingHost } from './sharing-host'
import { rulesForWindows } from './window-rules'
import { withFreezing } from '../versions/with-freezing'
import type { ReportVersions } from '../versions/report-versions'
import { words } from './words'
import { inviteCommand, writeInvitation } from './written-invitation'

export interface ReportSharingOptions {
  readonly sharing: SharingHost
  /** This computer's key, made when it is first needed. Throws a Failure where it cannot be read. */
  readonly identity: () => Pick<Identity, 'publicKey'>
  /** Hears why a peer was shut out. */
  readonly onShutOut: (error: unknown) => void
  /** What members say about the report. */
  readonly review?: ReviewDocs
  /** What is frozen of the report. */
  readonly versions?: ReportVersions
}

interface Shared {
  readonly lease: Lease
  readonly stop: () => void
}

type Now =
  | { readonly kind: 'off' }
  | { readonly kind: 'starting' }
  | ({ readonly kind: 'on'; readonly since: string } & Shared)
  /** It should be shared, and cannot be. */
  | { readonly kind: 'failed'; readonly since: string; readonly message: string }

/** One open report as its host shares it with a committee, or does not. */
export class ReportSharing {
  private now: Now = { kind: 'off' }
  private ledger: LedgerHost | null = null
  private isClosed = false
  /** The member whom this computer's windows write as, where they are held to the gate. */
  private heldAs: string | null = null
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly host: ReportHost,
    private readonly options: ReportSharingOptions,
  ) {
    if (this.hasCommittee) this.openLedger()
  }

  /** Whether the file holds a committee, shared at the moment or not. */
  get hasCommittee(): boolean {
    const { store } = this.host
    return store.readOnly === null && store.ledger().entries.length > 0
  }

  get state(): CommitteeState {
    const { now } = this
    const self = this.self()
    const known = { ...noCommittee, self: self && { id: self.id, name: self.name, role: self.role } }
    if (now.kind === 'on') return { ...known, part: 'host', connection: 'sharing', since: now.since }
    if (now.kind !== 'failed') return known
    return { ...known, part: 'host', connection: 'offline', since: now.since, message: now.message }
  }

  get ledgerView(): LedgerView {
    return this.ledger ? viewOfLedger(this.ledger.current) : noLedgerView
  }

  /** Null where the report is not shared. */
  get view(): SharingView | null {
    if (this.now.kind !== 'on') return null
    const { port, urls, server } = this.now.lease
    return {
      port,
      urls: [...urls],
      people: server.visits.of(this.host.store.reportId).map(one => ({ ...one })),
    }
  }

  /** Whose words are whose, for the tray. */
  readonly people = {
    memberOf: (client: number): string | null => this.ledger?.clients.ownerOf(client) ?? null,
    self: (): string | null => this.self()?.id ?? null,
  }

  /** The committee as the gates ask it; null where there is none. */
  get committee(): Committee | null {
    return this.ledger && committeeOf(this.ledger)
  }

  /** Hears of every change of the three above, until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Shares the report, now and whenever it is open. Throws a Failure; then nothing is shared. */
  async start(signature: Signature, port: number): Promise<void> {
    const { store } = this.host
    if (store.readOnly !== null) throw new Failure('read-only', words.readOnly)
    if (this.now.kind === 'on' || this.now.kind === 'starting')
      throw new Failure('not-allowed', words.sharedAlready)
    const before = this.now
    this.now = { kind: 'starting' }
    try {
      this.share(await this.options.sharing.open(port), signature)
    } catch (error) {
      this.now = before
      throw error
    }
  }

  /** Goes on sharing where the file says so, and this is the computer that did. Never throws a Failure: see `state`. */
  async resume(): Promise<void> {
    const kept = this.hasCommittee ? this.host.store.ledger().sharing : null
    if (!kept || this.now.kind !== 'off') return
    this.now = { kind: 'starting' }
    try {
      if (kept.certificate === this.options.sharing.certificate)
        this.share(await this.options.sharing.open(kept.port), null)
      else this.now = { kind: 'off' }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      this.change({ kind: 'failed', since: timeNow(), message: error.message })
    }
  }

  /** Stops for good: sends everybody away, and does not begin again by itself. */
  stop(): void {
    this.host.store.writeLedger({ sharing: null })
    this.suspend()
  }

  /** Sends everybody away; the report is about to be closed, and is shared again when it is opened. */
  close(): void {
    this.isClosed = true
    this.ledger?.touches.close()
    this.suspend()
  }

  /** Gives the ledger a command as this computer's member. Answers whom it concerned. Throws a Failure where refused. */
  run(command: object): { member: string | null; secret: string | null } {
    return carriedOut(this.ask(command))
  }

  /** The same; a refusal is a value. */
  ask(command: object): LedgerReply {
    if (!this.ledger) throw new Failure('not-allowed', words.notShared)
    return this.ledger.run(command, this.caller())
  }

  /** Null where there is none. */
  get ledgerHost(): LedgerHost | null {
    return this.ledger
  }

  /** JSON of a section as it was approved; null where none is kept. */
  copyOf(fingerprint: string): string | null {
    return this.ledger?.copyOf(fingerprint) ?? null
  }

  /**
   * Sees to it that there is a ledger, for a person who writes alone: its only member, who may also approve. Does nothing
   * where there is a committee. Throws a Failure.
   */
  foundAlone(signature: Signature): void {
    const { store } = this.host
    if (store.readOnly !== null) throw new Failure('read-only', words.readOnly)
    // There may be a ledger without members: somebody froze a draft at the command line.
    if (this.ledger && this.ledger.current.members.size > 0) return
    const key = this.options.identity().publicKey
    const ledger = this.ledger ?? this.openLedger()
    ownWords(store.body, ledger, foundAlone(ledger, key, signature).id)
    this.tell()
  }

  /** Throws a Failure where it is refused, or nobody could come in with it. */
  invite(wish: InvitationWish): WrittenInvitation {
    if (this.now.kind !== 'on') throw new Failure('not-allowed', words.notShared)
    const { lease } = this.now
    const { secret } = this.run(inviteCommand(wish))
    const { store } = this.host
    return writeInvitation({
      urls: lease.urls,
      certificate: lease.server.certificate,
      report: store.reportId,
      secret: secret ?? '',
      expires: wish.expires,
      title: readFields(store.body).title,
    })
  }

  private suspend(): void {
    if (this.now.kind === 'on') this.now.stop()
    this.change({ kind: 'off' })
  }

  private share(lease: Lease, signature: Signature | null): void {
    try {
      if (this.isClosed) throw new Failure('cancelled', words.notShared)
      const ledger = this.ledger ?? this.openLedger()
      const key = this.options.identity().publicKey
      const self = signature ? becomeMember(ledger, key, signature) : memberOfKey(ledger.current, key)
      if (self) ownWords(this.host.store.body, ledger, self.id)
      const sharing = { port: lease.port, certificate: lease.server.certificate }
      this.host.store.writeLedger({ sharing })
      this.change({ kind: 'on', since: timeNow(), lease, stop: this.openRooms(ledger, lease) })
    } catch (error) {
      lease.release()
      throw error
    }
  }

  private openRooms(ledger: LedgerHost, lease: Lease): () => void {
    const { shared, close } = sharedRooms(this.host, ledger, this.options.onShutOut, this.options.review)
    const { versions } = this.options
    const shut = lease.server.share(versions ? withFreezing(ledger, versions) : ledger, shared)
    const forget = lease.server.visits.onChange(report => {
      if (report === ledger.reportId) this.tell()
    })
    return () => {
      forget()
      shut()
      close()
      lease.release()
    }
  }

  private openLedger(): LedgerHost {
    const { store } = this.host
    const ledger = new LedgerHost(store)
    this.ledger = ledger
    const { review, versions } = this.options
    if (versions) ledger.watchWriters(versions.writers)
    const { founder } = committeeOf(ledger)
    if (review) ledger.watchReview(openIn({ rooms: review, body: () => store.body, founder }))
    ledger.onChange(() => this.tell())
    this.tell()
    return ledger
  }

  private self(): MemberRecord | null {
    const key = this.key()
    return (this.ledger && key !== null && memberOfKey(this.ledger.current, key)) || null
  }

  /** Null where it cannot be read: the report opens all the same, and sharing says why it does not begin. */
  private key(): string | null {
    try {
      return this.options.identity().publicKey
    } catch (error) {
      if (error instanceof Failure) return null
      throw error
    }
  }

  /** A key that is nobody's is the file's owner, who could write the ledger anyway. */
  caller(): Caller {
    const self = this.self()
    return self ? { kind: 'member', id: self.id } : { kind: 'operator' }
  }

  private change(now: Now): void {
    this.now = now
    this.tell()
  }

  private tell(): void {
    this.holdWindows()
    for (const listener of this.listeners) listener()
  }

  /** Locks bind the secretary too, also while nobody else is there; a report without a committee binds nobody. */
  private holdWindows(): void {
    const { ledger, host } = this
    const self = this.self()
    const isHeld = self !== null && (this.now.kind === 'on' || isActive(self))
    const heldAs = isHeld ? self.id : null
    if (heldAs === this.heldAs) return
    this.heldAs = heldAs
    if (!ledger || heldAs === null) {
      host.holdWindows(null)
      return
    }
    const name = (): string => ledger.current.members.get(heldAs)?.name ?? ''
    const { body } = host.store
    host.holdWindows(rulesForWindows({ member: heldAs, name, body, committee: committeeOf(ledger) }))
  }
}

const timeNow = (): string => new Date().toISOString()
