import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { inspect, type GateContext, type Verdict } from '../../electron/host/gate/inspect'
import { keyOf } from '../../electron/host/gate/sections'
import { lockSet, type Lock } from '../../shared/permissions/locks'
import { type wholeReport, type Member } from '../../shared/permissions/member'
import type { Right, Role } from '../../shared/permissions/rights'
import type { BlockId } from '../../shared/report/ids'
import type { Report } from '../../shared/report/report'
import { writeReport } from '../../shared/sync/write-report'
import { blocksIn } from './shared-blocks'

const editing: readonly Right[] = ['read', 'annotate', 'propose', 'edit']

/** A member with the right to edit in these sections; 'report' stands for all. */
export const member = (id: string, role: Role, ...sections: string[]): Member => ({
  id,
  role,
  grants: new Map(sections.map(section => [section as BlockId | typeof wholeReport, editing])),
})

/** Wrote the report; belongs to no member. */
const hostClient = 9_999

/** A host that lets nothing in but through the gate. */
export class Room {
  readonly body = new Doc()
  readonly owners = new Map<number, string>()
  private locks: Lock[] = []

  constructor(report: Report) {
    this.body.clientID = hostClient
    writeReport(this.body, report)
  }

  lock(...sections: string[]): void {
    for (const section of sections) {
      const heading = blocksIn(this.body).find(block => block.id === section)
      if (!heading) throw new Error(`No section ${section}`)
      this.locks.push({ section: section as BlockId, element: keyOf(heading.item) })
    }
  }

  unlock(): void {
    this.locks = []
  }

  lockedSections = (): BlockId[] => this.locks.map(lock => lock.section)

  context(author: Member): GateContext {
    return {
      author,
      locks: lockSet(this.locks),
      clients: { ownerOf: client => this.owners.get(client) },
    }
  }

  /** Checks an update and applies it if it is allowed. */
  receive(update: Uint8Array, author: Member): Verdict {
    const verdict = inspect(update, this.body, this.context(author))
    if (verdict.kind === 'allowed') {
      for (const client of verdict.newClients) this.owners.set(client, author.id)
      applyUpdate(this.body, update)
    }
    return verdict
  }

  /** A replica such as a peer has, under this client id. */
  join(client: number): Doc {
    const replica = new Doc()
    applyUpdate(replica, encodeStateAsUpdate(this.body))
    replica.clientID = client
    return replica
  }

  /** What a replica has that the host lacks. */
  unsent = (replica: Doc): Uint8Array => encodeStateAsUpdate(replica, encodeStateVector(this.body))

  /** Tells a replica what it lacks. */
  tell(replica: Doc): void {
    applyUpdate(replica, encodeStateAsUpdate(this.body, encodeStateVector(replica)))
  }
}

/** "allowed", or why not. */
export const outcome = (verdict: Verdict): string =>
  verdict.kind === 'allowed' ? 'allowed' : verdict.refusal.code
