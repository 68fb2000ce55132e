import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { serveFolder, type ServedFolder } from '../../electron/host/committee/serve-folder'
import { openIdentity, type Identity } from '../../electron/host/identity/identity'
import { joinCommittee } from '../../electron/host/peer/join-committee'
import { readMembership } from '../../electron/host/peer/membership'
import { MemberReview } from '../../electron/host/peer/member-review'
import { Peer } from '../../electron/host/peer/peer'
import { committeeOfRoom } from '../../electron/host/peer/room-committee'
import { Replica } from '../../electron/host/peer/replica'
import { ReportHost } from '../../electron/host/report-host/report-host'
import { freePath } from '../../electron/host/store/free-path'
import { createReportFile } from '../../electron/host/store/report-file'
import { openReportStore } from '../../electron/host/store/report-store'
import type { AwarenessChange } from '../../shared/sync/presence'
import type { CommitteeState } from '../../shared/ipc/committee'
import { Failure } from '../../shared/ipc/failure'
import type { ReviewRecord } from '../../shared/review/record'
import type { Denial } from '../../shared/sync/denial'
import { awarenessFrame, readFrame, restFrame, stateFrame, updateFrame } from '../../shared/sync/sync-frames'
import { readHostUrl } from '../../shared/session/host-url'
import { toInvitationLink, type Invitation } from '../../shared/session/invitation'
import { invite, operator } from './ledger-fixture'
import { fetchVersions, freezeAsMember } from '../../electron/host/sharing/member-ledger'
import { memberVersions } from '../../electron/host/versions/member-versions'
import { ReportVersions } from '../../electron/host/versions/report-versions'
import type { VersionDesk } from '../../electron/host/versions/version-desk'
import { makeHere } from './make-version-here'
import { portPair } from './port-pair'
import { sampleReport } from './store-fixture'

/** What was kept of a refused replica. */
export interface KeptRefusal {
  readonly before: Doc
  readonly now: Doc
  readonly denial: Denial
}

/** A member's computer with the report open. */
export interface Desktop {
  readonly path: string
  readonly replica: Replica
  readonly peer: Peer
  readonly kept: KeptRefusal[]
  readonly review: MemberReview
  readonly versions: VersionDesk
  /** What the host did not take of it, with its reason. */
  readonly refusedRecords: { readonly record: ReviewRecord; readonly why: string }[]
  /** From now on, so many times, nothing can be put away. */
  readonly refuseToKeep: (times: number) => void
  /** Every state, in order. */
  readonly told: CommitteeState[]
  readonly body: () => Doc
  readonly close: () => void
  /** Closes it and opens it again, as tomorrow. */
  readonly reopen: () => Desktop
}

export interface Machine {
  readonly name: string
  readonly member: string
  readonly link: string
  /** Joins (the first time) and opens; options are the peer's. */
  readonly join: () => Promise<string>
  readonly open: (path: string, urls?: readonly string[]) => Desktop
  /** From the next opening on its clock is so many ms ahead; of the host's, which is right. */
  readonly setClock: (ahead: number) => void
}

interface PeerFixture {
  readonly folder: string
  readonly faults: unknown[]
  readonly served: () => ServedFolder
  /** Starts the host, where it was before. */
  readonly startHost: (host?: string) => Promise<void>
  readonly stopHost: () => Promise<void>
  readonly machine: (name: string, role?: string) => Machine
  /** A computer that has joined and is in step. */
  readonly desktop: (name: string, role?: string) => Promise<Desktop>
}

export const inStep = (desktop: Desktop): Promise<void> => until(desktop, 'connected')

/** Waits for a connection of that kind, as a window hears of it. */
export function until({ peer }: Desktop, connection: CommitteeState['connection']): Promise<void> {
  return new Promise(resolve => {
    if (peer.state.connection === connection) {
      resolve()
      return
    }
    const stop = peer.onState(state => {
      if (state.connection !== connection) return
      stop()
      resolve()
    })
  })
}

export const theSame = (doc: Doc): Doc => {
  const copy = new Doc()
  applyUpdate(copy, encodeStateAsUpdate(doc))
  return copy
}

/** A served folder with one report, and members' computers, for each test. */
export function withPeers(): PeerFixture {
  const desktops: Desktop[] = []
  let served: ServedFolder | null = null
  let port = 0
  const fixture: PeerFixture & { folder: string; faults: unknown[] } = {
    folder: '',
    faults: [],
    served: () => served!,
    startHost: async (host = '127.0.0.1') => {
      const hear = (error: unknown): void => void fixture.faults.push(error)
      const folder = join(fixture.folder, 'host')
      served = await serveFolder({ folder, host, port, onShutOut: hear, onBug: hear, makeVersion: makeHere })
      port = readHostUrl(served.urls[0]!)!.port
    },
    stopHost: async () => {
      await served?.close()
      served = null
    },
    machine: (name, role = 'secretary') => machineOf(fixture, name, { role, desktops }),
    desktop: async (name, role) => {
      const machine = fixture.machine(name, role)
      const desktop = machine.open(await machine.join())
      await inStep(desktop)
      return desktop
    },
  }
  beforeEach(async () => {
    fixture.folder = mkdtempSync(join(tmpdir(), 'peers-'))
    fixture.faults = []
    port = 0
    mkdirSync(join(fixture.folder, 'host'))
    createReportFile(join(fixture.folder, 'host', 'Báo cáo.duthao'), sampleReport())
    await fixture.startHost()
  })
  afterEach(async () => {
    for (const desktop of desktops.splice(0)) desktop.close()
    await fixture.stopHost()
    rmSync(fixture.folder, { recursive: true, force: true })
  })
  return fixture
}

interface MachineOptions {
  readonly role: string
  readonly desktops: Desktop[]
}

function machineOf(fixture: PeerFixture, name: string, { role, desktops }: MachineOptions): Machine {
  const { ledger } = fixture.served().reports[0]!
  const { urls, certificate } = fixture.served()
  const expires = new Date(Date.now() + 3_600_000).toISOString()
  const reply = ledger.run(invite(role, name, { expires }), operator)
  if (!reply.ok) throw new Error(reply.message)
  const folder = join(fixture.folder, name)
  mkdirSync(folder, { recursive: true })
  const identity = openIdentity(join(folder, 'khoa.json'))
  const report = ledger.reportId
  const invitation: Invitation = {
    ...{ kind: 'duthao-invite', version: 1, urls: [...urls], report, certificate },
    ...{ secret: reply.secret!, expires },
  }
  const link = toInvitationLink(invitation)
  let ahead = 0
  return {
    name,
    member: reply.member!,
    link,
    join: () =>
      joinCommittee(link, {
        identity,
        onStep: () => undefined,
        signal: new AbortController().signal,
        findReplica: () => null,
        pathFor: title => freePath(folder, title || 'Báo cáo', '.duthao'),
      }),
    open: (path, urls) => {
      const clock = (): number => Date.now() + ahead
      return openDesktop({ faults: fixture.faults, desktops, identity, clock }, path, urls)
    },
    setClock: by => void (ahead = by),
  }
}

interface Opening {
  readonly faults: unknown[]
  readonly desktops: Desktop[]
  readonly identity: Identity
  readonly clock: () => number
}

function openDesktop(at: Opening, path: string, urls?: readonly string[]): Desktop {
  const { faults, desktops, identity, clock } = at
  const onBug = (error: unknown): void => void faults.push(error)
  const store = openReportStore(path, { onBug })
  const replica = new Replica(store, at => new ReportHost(at, onBug), onBug)
  const kept: KeptRefusal[] = []
  let vain = 0
  const membership = readMembership(store)!
  const told: CommitteeState[] = []
  const refusedRecords: Desktop['refusedRecords'] = []
  const review = new MemberReview(store, {
    clock,
    keepRefused: (records, { code }) => {
      if (vain-- > 0) throw new Failure('disk-full', 'Ổ đĩa đầy')
      for (const record of records) refusedRecords.push({ record, why: code })
    },
  })
  const peer: Peer = new Peer({
    replica,
    review,
    membership: { ...membership, urls: [...(urls ?? membership.urls)] },
    identity,
    keepRefused: (before, now, denial) => {
      if (vain-- > 0) throw new Failure('disk-full', 'Ổ đĩa đầy')
      kept.push({ before: theSame(before), now: theSame(now), denial })
    },
    ...{ onBug, clock },
    pace: { first: 20, most: 200 },
  })
  review.reviewer = {
    self: () => peer.link.member,
    committee: () => committeeOfRoom(peer.ledger, peer.link),
    body: () => replica.host.body,
  }
  peer.onLedger(() => review.look())
  peer.onState(state => told.push(state))
  peer.start()
  const own = new ReportVersions(store, { make: makeHere })
  const versions = memberVersions(own, {
    fetch: (names, writers) => fetchVersions(peer.link, identity, { names, writers }),
    freeze: command => freezeAsMember(peer.link, identity, command),
    ledger: () => peer.ledger,
    onLedger: listener => peer.onLedger(() => listener()),
  })
  let isOpen = true
  const close = (): void => {
    if (isOpen) {
      own.close()
      peer.close()
      review.close()
      replica.host.close()
    }
    isOpen = false
  }
  const desktop: Desktop = {
    path,
    replica,
    peer,
    kept,
    review,
    versions,
    refusedRecords,
    refuseToKeep: times => void (vain = times),
    told,
    body: () => replica.host.body,
    close,
    reopen: () => {
      close()
      return openDesktop(at, path, urls)
    },
  }
  desktops.push(desktop)
  return desktop
}

export interface OpenWindow {
  readonly doc: Doc
  readonly awareness: Awareness
  /** What it does when it is given another replica, or closes. */
  readonly leave: () => void
}

/** A window of a desktop: its own replica over a port. */
export function openWindow({ replica }: Desktop): OpenWindow {
  const [here, there] = portPair()
  const doc = new Doc()
  const awareness = new Awareness(doc)
  const fromHost = Symbol('host')
  here.onMessage(message => {
    const frame = readFrame(message as Uint8Array)
    if (frame.kind === 'state') here.send(restFrame(doc, frame.vector))
    if (frame.kind === 'rest' || frame.kind === 'update') applyUpdate(doc, frame.update, fromHost)
    if (frame.kind === 'awareness') applyAwarenessUpdate(awareness, frame.update, fromHost)
    if (frame.kind === 'flush') here.send(message as Uint8Array)
  })
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== fromHost) here.send(updateFrame(update))
  })
  awareness.on('update', ({ added, updated, removed }: AwarenessChange) => {
    if ([...added, ...updated, ...removed].includes(doc.clientID))
      here.send(awarenessFrame(encodeAwarenessUpdate(awareness, [doc.clientID])))
  })
  replica.host.serve(there)
  here.send(stateFrame(doc))
  awareness.setLocalState({})
  return {
    doc,
    awareness,
    leave: () => {
      awareness.destroy()
      // What was sent before still arrives, as over a real port.
      setTimeout(() => here.close())
    },
  }
}
