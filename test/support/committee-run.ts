import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { inspect } from '../../electron/host/gate/inspect'
import { keyOf } from '../../electron/host/gate/sections'
import { Tray } from '../../electron/host/tray/tray'
import type { Watched } from '../../electron/host/tray/watch'
import { lockSet, type Lock } from '../../shared/permissions/locks'
import type { Member } from '../../shared/permissions/member'
import type { BlockId } from '../../shared/report/ids'
import type { Report } from '../../shared/report/report'
import type { Denial } from '../../shared/sync/denial'
import { writeReport } from '../../shared/sync/write-report'
import { member } from './gate-room'
import { blocksIn } from './shared-blocks'
import { keptInMemory } from './tray-desk'

/*
 * A committee in one process, as the program has it: a host with the gate, writers who each have a local host and a
 * window, and between them messages that keep their order and arrive when they like. Every host has its tray.
 */

const fromNetwork = Symbol('network')
const fromWindow = Symbol('window')

/** Messages on their way; the receiver takes them one by one. */
class Line {
  private readonly waiting: (() => void)[] = []
  send = (message: () => void): void => void this.waiting.push(message)
  deliver(): boolean {
    const message = this.waiting.shift()
    message?.()
    return message !== undefined
  }
  empty(): void {
    while (this.deliver());
  }
  cut(): void {
    this.waiting.length = 0
  }
}

let lastClient = 100
const newClient = (random: () => number): number => Math.floor(random() * 1e6) * 1000 + (lastClient++ % 1000)

export class CommitteeHost {
  readonly body = new Doc()
  readonly tray = new Tray(keptInMemory())
  readonly owners = new Map<number, string>()
  private readonly watched: Watched
  private locks: Lock[] = []
  readonly online = new Set<Writer>()

  constructor(report: Report) {
    this.body.clientID = 9_999
    writeReport(this.body, report)
    this.watched = this.tray.watch(this.body)
    this.tray.people = { memberOf: client => this.owners.get(client) ?? null, self: () => null }
    this.body.on('update', (update: Uint8Array, origin: unknown) => {
      for (const writer of this.online) if (writer !== origin) writer.down.send(() => writer.takeIn(update))
    })
  }

  lockSome(random: () => number): void {
    const headings = blocksIn(this.body).filter(({ element }) => element.nodeName === 'heading')
    const heading = headings[Math.floor(random() * headings.length)]
    this.locks = heading ? [{ section: heading.id as BlockId, element: keyOf(heading.item) }] : []
  }

  unlock(): void {
    this.locks = []
  }

  take(update: Uint8Array, from: Writer): void {
    if (!this.online.has(from)) return
    const clients = { ownerOf: (client: number) => this.owners.get(client) }
    const verdict = inspect(update, this.body, { author: from.member, locks: lockSet(this.locks), clients })
    if (verdict.kind === 'refused') {
      const { code, section = null } = verdict.refusal
      from.refused({ code, section, message: 'Mục này đã khóa.' })
      return
    }
    for (const client of verdict.newClients) this.owners.set(client, from.member.id)
    this.watched.receive(update, { origin: from, isWindow: false })
  }
}

/** One writer's computer. */
export class Writer {
  readonly member: Member
  readonly tray = new Tray(keptInMemory())
  /** Host → this computer, this computer → host, local host → window, window → local host. */
  readonly down = new Line()
  readonly up = new Line()
  readonly toWindow = new Line()
  readonly fromWindow = new Line()
  refusals = 0
  window = new Doc()
  private body = new Doc()
  private watched: Watched

  constructor(
    readonly name: string,
    private readonly host: CommitteeHost,
    private readonly random: () => number,
  ) {
    this.member = member(name, 'secretary')
    this.tray.people = { memberOf: client => host.owners.get(client) ?? null, self: () => name }
    this.watched = this.tray.watch(this.body)
    this.begin()
    this.goOnline()
  }

  get lines(): readonly Line[] {
    return [this.down, this.up, this.toWindow, this.fromWindow]
  }

  get isOnline(): boolean {
    return this.host.online.has(this)
  }

  takeIn(update: Uint8Array): void {
    this.watched.receive(update, { origin: fromNetwork, isWindow: false })
  }

  goOffline(): void {
    this.host.online.delete(this)
    this.up.cut()
    this.down.cut()
  }

  /** As y-websocket: each side says what it has, then answers; only then are further changes listened to. */
  goOnline(): void {
    const [ours, theirs] = [encodeStateVector(this.body), encodeStateVector(this.host.body)]
    this.host.online.add(this)
    const answer = encodeStateAsUpdate(this.host.body, ours)
    this.down.send(() => this.takeIn(answer))
    this.up.send(() => this.host.take(encodeStateAsUpdate(this.body, theirs), this))
  }

  /** The host has shut this computer out: its replica is made anew, and what the person wrote is kept. */
  refused(denial: Denial): void {
    this.refusals++
    this.goOffline()
    this.toWindow.cut()
    // The old replica still takes in what the window was typing (ReportHost.retire).
    this.fromWindow.empty()
    const before = this.body
    this.watched.stop()
    this.body = new Doc()
    applyUpdate(this.body, encodeStateAsUpdate(this.host.body))
    this.tray.keepRefused(before, this.body, denial)
    this.watched = this.tray.watch(this.body)
    this.begin()
    this.goOnline()
  }

  private begin(): void {
    const { body } = this
    if (body.store.clients.size === 0) applyUpdate(body, encodeStateAsUpdate(this.host.body))
    const window = new Doc()
    this.window = window
    applyUpdate(window, encodeStateAsUpdate(body))
    window.clientID = newClient(this.random)
    body.clientID = newClient(this.random)
    window.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === fromNetwork) return
      this.fromWindow.send(() => {
        if (this.window === window) this.watched.receive(update, { origin: fromWindow, isWindow: true })
      })
    })
    body.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== fromWindow)
        this.toWindow.send(() => {
          if (this.window === window) applyUpdate(window, update, fromNetwork)
        })
      if (origin !== fromNetwork && this.isOnline) this.up.send(() => this.host.take(update, this))
    })
  }
}
