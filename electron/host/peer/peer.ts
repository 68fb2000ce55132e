import { applyUpdate, Doc } from 'yjs'
import type { CommitteeState } from '../../../shared/ipc/committee'
import { Failure } from '../../../shared/ipc/failure'
import { membersOf } from '../../../shared/ledger/ledger-doc'
import type { RoomKind } from '../../../shared/session/messages'
import type { Denial } from '../../../shared/sync/denial'
import { updateFrame } from '../../../shared/sync/sync-frames'
import { doesDiskFail } from '../../../shared/sync/host-notice'
import type { Identity } from '../identity/identity'
import { HostRefusal, openSession } from '../identity/peer'
import { Connection, type End } from './connection'
import { readConfirmed, writeConfirmed, writeMembership, type Membership } from './membership'
import { Backoff, usualPace, type Pace } from './pace'
import type { MemberReview, SharedDocs } from './member-review'
import { linkPresence, type PresenceLink } from './presence-link'
import { reachHost } from './reach-host'
import { Receipts } from './receipts'
import type { Replica } from './replica'
import { isFromHost, type OpenSession } from './room'
import { saveLater } from './save-later'
import { SideRooms } from './side-rooms'
import { words } from './words'

export interface PeerOptions {
  readonly replica: Replica
  readonly membership: Membership
  readonly identity: Pick<Identity, 'publicKey' | 'sign'>
  /**
   * Keeps what only the refused replica held, before the host's takes its place. On the disk when it returns; throws a
   * Failure where that cannot be.
   */
  readonly keepRefused: (before: Doc, now: Doc, denial: Denial) => void
  readonly onBug: (error: unknown) => void
  /** Hears what the host shows in the review room, at every meeting and change. */
  readonly onReview?: (review: Doc) => void
  readonly review?: MemberReview
  readonly pace?: Pace
  /** This computer's, ms since 1970. */
  readonly clock?: () => number
}

type Way = Pick<CommitteeState, 'connection' | 'message'>

/** How long windows may take to hand over what was typed before a replica is exchanged, in ms. */
const patience = 1000
/** Between two tellings of the number of unsent edits, in ms. */
const tellEvery = 200

/** An open report's way to the committee that another machine hosts: in touch whenever that can be reached. */
export class Peer {
  private membership: Membership
  private way: Way = { connection: 'connecting', message: words.connecting }
  private since = new Date().toISOString()
  private connection: Connection | null = null
  private presence: PresenceLink | null = null
  /** Who is here, told before there is a replica in step to show it in. */
  private earlyPresence: Uint8Array[] = []
  /** Clocks of those who were forgotten with a connection. */
  private readonly lostPresence = new Map<number, number>()
  /** What is to be said when the host is reached again. */
  private news: string | null = null
  /** A change was refused: the replica is to be made anew from the host's. */
  private refusal: Denial | null = null
  /** Counts attempts: what an earlier one still brings is nobody's. */
  private attempts = 0
  private timer: NodeJS.Timeout | undefined
  private telling: NodeJS.Timeout | null = null
  private body: Doc | null = null
  private isClosed = false
  private readonly backoff: Backoff
  private readonly receipts: Receipts
  private readonly rooms: SideRooms
  private readonly saving: ReturnType<typeof saveLater>
  private readonly stateListeners = new Set<(state: CommitteeState) => void>()
  private readonly ledgerListeners = new Set<(ledger: Doc) => void>()

  constructor(private readonly options: PeerOptions) {
    const { store, host } = options.replica
    this.membership = options.membership
    this.backoff = new Backoff(options.pace ?? usualPace)
    this.saving = saveLater(() => writeConfirmed(store, this.receipts.current))
    this.receipts = new Receipts(
      host.body,
      readConfirmed(store),
      () => this.connection?.ask('body') ?? false,
      () => this.counted(),
    )
    this.rooms = new SideRooms(store, room => {
      if (room === 'ledger') this.ledgerChanged()
      else if (room === 'review') this.options.onReview?.(this.rooms.get('review'))
    })
    this.options.review?.follow(this.sharedDocs())
    this.watch(host.body)
  }

  get state(): CommitteeState {
    const { id, name, role } = this.self()
    return {
      part: 'member',
      ...this.way,
      unsent: this.receipts.unsent,
      since: this.since,
      self: { id, name, role },
    }
  }

  /** Where the report is reached. */
  get link(): Membership {
    return this.membership
  }

  /** The host's ledger as it was last heard of. */
  get ledger(): Doc {
    return this.rooms.get('ledger')
  }

  /** For requests to the host as this member; null while it is not reached. */
  get session(): OpenSession | null {
    return this.way.connection === 'connected' ? (this.connection?.session ?? null) : null
  }

  /** Hears every change of `state`, until the returned function is called. */
  onState(listener: (state: CommitteeState) => void): () => void {
    this.stateListeners.add(listener)
    return () => void this.stateListeners.delete(listener)
  }

  /** Hears every change of `ledger`, until the returned function is called. */
  onLedger(listener: (ledger: Doc) => void): () => void {
    this.ledgerListeners.add(listener)
    return () => void this.ledgerListeners.delete(listener)
  }

  /** Sets out; also where the host said last time that the person is no member any more, who may be one again. */
  start(): void {
    if (this.membership.revoked) this.go({ connection: 'revoked', message: words.revoked })
    this.attempt()
  }

  /** Tries again at once: the network has come back, or the computer has woken up. */
  tryNow(): void {
    if (this.isClosed || this.isOver()) return
    this.leave()
    this.backoff.hurry()
    this.attempt()
  }

  /** Lets go of the host; how far it has confirmed what was written is in the file. */
  close(): void {
    this.isClosed = true
    this.leave()
    clearTimeout(this.timer)
    if (this.telling) clearTimeout(this.telling)
    this.body?.off('update', this.noteEdit)
    this.saving.plan()
    this.saving.now()
    this.rooms.save()
  }

  private attempt(): void {
    clearTimeout(this.timer)
    const number = ++this.attempts
    this.reach().then(
      session => {
        if (number === this.attempts && !this.isClosed) this.join(session)
      },
      (error: unknown) => {
        if (number === this.attempts && !this.isClosed) this.failed(error)
      },
    )
  }

  private async reach(): Promise<OpenSession> {
    const { urls, certificate, report } = this.membership
    const host = await reachHost(urls, certificate)
    const { identity, clock } = this.options
    const { token, ahead } = await openSession(host, report, identity, clock)
    return { host, report, token, ahead }
  }

  private join(session: OpenSession): void {
    const { replica } = this.options
    const beside = { review: new Doc(), leaders: new Doc(), ledger: new Doc() }
    const docs = { body: this.refusal ? new Doc() : replica.host.body, ...beside }
    const connection = new Connection(session, docs, {
      take: (update, origin) => {
        if (replica.host.body === docs.body) replica.host.takeIn(update, origin)
        else applyUpdate(docs.body, update, origin)
      },
      onSync: () => {
        this.backoff.connected()
        this.rooms.take(docs)
        this.meetReview(connection)
        this.rememberHost(session)
        if (this.refusal) this.rebuild(connection, docs.body, this.refusal)
        else this.inStep(this.news)
      },
      onAnswer: room => this.answered(room),
      isLeader: ledger => membersOf(ledger).get(this.membership.member)?.role === 'leader',
      onPresence: update => this.hearPresence(update),
      onEnd: end => this.ended(end),
      onBug: this.options.onBug,
    })
    this.connection = connection
  }

  private inStep(message: string | null): void {
    const send = (frame: Uint8Array): boolean => this.connection?.send('body', frame) ?? false
    this.presence = linkPresence(this.options.replica.host.presence, send, this.lostPresence)
    for (const update of this.earlyPresence.splice(0)) this.presence.receive(update)
    this.news = null
    this.receipts.inStep()
    this.go({ connection: 'connected', message })
  }

  private sharedDocs(): SharedDocs {
    return { all: this.rooms.get('review'), leaders: this.rooms.get('leaders') }
  }

  private meetReview(connection: Connection): void {
    const { review } = this.options
    if (!review) return
    // What the host has must be in the file before it is no longer on its way.
    this.rooms.save()
    review.meet(this.sharedDocs(), {
      ahead: connection.session.ahead,
      isOpen: audience => connection.isOpen(roomFor[audience]),
      send: (audience, change) => connection.send(roomFor[audience], updateFrame(change)),
      ask: audience => connection.ask(roomFor[audience]),
    })
  }

  private answered(room: RoomKind): void {
    if (room === 'body') this.receipts.answered()
    if (room !== 'review' && room !== 'leaders') return
    this.rooms.save()
    this.options.review?.answered(room === 'review' ? 'all' : 'leaders')
  }

  private hearPresence(update: Uint8Array): void {
    if (this.presence) this.presence.receive(update)
    else this.earlyPresence.push(update)
    const { connection, message } = this.way
    const fails = doesDiskFail(this.options.replica.host.presence.awareness.getStates().values())
    if (connection !== 'connected' || fails === (message === words.diskFails)) return
    this.go({ connection, message: fails ? words.diskFails : null })
  }

  /** The refused replica gives way to the host's, over a connection that already follows it. */
  private rebuild(connection: Connection, now: Doc, denial: Denial): void {
    const { replica, keepRefused } = this.options
    const exchange = (): void => {
      if (connection !== this.connection) return
      replica.exchange(now, (before, after) => keepRefused(before, after, denial))
      this.refusal = null
      this.receipts.restart(now)
      this.watch(now)
      this.inStep(words.restored(denial.message))
    }
    replica.host
      .settle(patience)
      .then(exchange)
      .catch((error: unknown) => {
        if (connection !== this.connection) return
        this.leave()
        this.failed(error)
      })
  }

  private ended(end: End): void {
    if (end.kind === 'refused' && end.room !== 'body') {
      this.recordRefused(end.room, end.denial ?? unknownDenial)
      return
    }
    this.leave()
    switch (end.kind) {
      case 'other-version':
        this.go({ connection: 'other-version', message: words.otherVersion })
        return
      case 'session':
        if (end.reason === 'revoked') this.revoked()
        else this.later()
        return
      case 'refused':
        // The person waits to see the words again; a replica that is refused over and over waits as others do.
        if (!this.refusal) this.backoff.hurry()
        this.refusal = end.denial ?? unknownDenial
        this.go({ connection: 'refused', message: words.refused(this.refusal.message) })
        this.later()
        return
      case 'lost':
        this.go({ connection: 'offline', message: end.diskFails ? words.diskFails : words.lost })
        this.later()
    }
  }

  /** The text has nothing to do with it, and goes on as it is. */
  private recordRefused(room: RoomKind, denial: Denial): void {
    this.options.review?.turnedDown(room === 'leaders' ? 'leaders' : 'all', denial)
    this.leave()
    this.backoff.hurry()
    this.news = words.recordRefused(denial.message)
    this.go({ connection: 'connecting', message: this.news })
    this.later()
  }

  private failed(error: unknown): void {
    if (error instanceof HostRefusal && error.refused === 'revoked') {
      this.revoked()
      return
    }
    // Whom the host turned away for good is not kept waiting for one that cannot be reached.
    if (this.membership.revoked) return
    if (!(error instanceof Failure)) this.options.onBug(error)
    const isSilent = !(error instanceof Failure) || error.code === 'not-ready'
    const message = isSilent ? words.offline : words.notTaken(error.message)
    this.go({ connection: 'offline', message })
    this.later()
  }

  private revoked(): void {
    this.remember({ revoked: true })
    this.go({ connection: 'revoked', message: words.revoked })
  }

  private later(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.attempt(), this.backoff.next())
  }

  private leave(): void {
    this.attempts++
    this.presence?.close()
    this.presence = null
    this.earlyPresence = []
    this.connection?.close()
    this.connection = null
    this.receipts.disconnected()
    this.options.review?.parted()
  }

  private isOver(): boolean {
    return this.way.connection === 'revoked' || this.way.connection === 'other-version'
  }

  private rememberHost({ host }: OpenSession): void {
    const { urls, revoked } = this.membership
    if (urls[0] === host.url && !revoked) return
    this.remember({ urls: [host.url, ...urls.filter(url => url !== host.url)], revoked: false })
  }

  private remember(change: Partial<Membership>): void {
    this.membership = { ...this.membership, ...change }
    try {
      writeMembership(this.options.replica.store, this.membership)
    } catch (error) {
      // The disk fails; the host will say it again.
      if (!(error instanceof Failure)) throw error
    }
  }

  private watch(body: Doc): void {
    this.body?.off('update', this.noteEdit)
    this.body = body
    body.on('update', this.noteEdit)
  }

  private readonly noteEdit = (_update: Uint8Array, origin: unknown): void => {
    if (!isFromHost(origin)) this.receipts.edited()
  }

  private counted(): void {
    this.saving.plan()
    // That there is anything unsent must outlast a crash; how much, need not be exact.
    if (this.receipts.unsent === 1) this.saving.now()
    this.telling ??= setTimeout(() => {
      this.telling = null
      this.tell()
    }, tellEvery)
  }

  private ledgerChanged(): void {
    const { name, unit, role } = this.self()
    const { membership } = this
    if (name !== membership.name || unit !== membership.unit || role !== membership.role)
      this.remember({ name, unit, role })
    // Who is a leader no more keeps nothing of what leaders say among themselves.
    if (role !== 'leader') this.rooms.forget('leaders')
    for (const listener of this.ledgerListeners) listener(this.ledger)
    this.tell()
  }

  private self(): Pick<Membership, 'name' | 'unit' | 'role'> & { readonly id: string } {
    const id = this.membership.member
    const { name, unit, role } = membersOf(this.ledger).get(id) ?? this.membership
    return { id, name, unit, role }
  }

  private go(way: Way): void {
    if (way.connection !== this.way.connection) this.since = new Date().toISOString()
    this.way = way
    this.tell()
  }

  private tell(): void {
    if (this.isClosed) return
    for (const listener of this.stateListeners) listener(this.state)
  }
}

const roomFor = { all: 'review', leaders: 'leaders' } as const

const unknownDenial: Denial = { code: 'unknown', section: null, message: words.refusedForUnknownReason }
