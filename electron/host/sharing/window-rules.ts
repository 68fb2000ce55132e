import { modifyAwarenessUpdate } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import { Failure } from '../../../shared/ipc/failure'
import type { Clients, Committee } from '../committee/committee'
import { admitToBody } from '../committee/shared-report'
import type { Rules } from '../report-host/rules'

interface Self {
  /** The member at this computer. */
  readonly member: string
  readonly name: () => string
  readonly body: Doc
  readonly committee: Committee
}

/** What a window of the host's own program is held to: the gate, as every other member, and the member's name. */
export function rulesForWindows({ member, name, body, committee }: Self): () => Rules {
  const { clients, catchUp } = keptLater(committee.clients, member)
  const place = { body, committee: { ...committee, clients } }
  const named = (state: unknown): unknown =>
    typeof state === 'object' && state !== null ? { ...state, user: { id: member, name: name() } } : null
  return () => ({
    isWindow: true,
    admit: update => {
      admitToBody(update, member, place)
      catchUp()
    },
    awareness: (update, pass) => pass(modifyAwarenessUpdate(update, named)),
  })
}

/**
 * The registry of client ids for windows, whose words must not be refused because the disk is full: an id that cannot be
 * put down now is the member's all the same, and is put down with the next change.
 */
function keptLater(clients: Clients, self: string): { clients: Clients; catchUp: () => void } {
  let waiting: readonly number[] = []
  const keep = (ids: readonly number[]): void => {
    waiting = ids
    try {
      clients.register(self, ids)
      waiting = []
    } catch (error) {
      if (!(error instanceof Failure)) throw error
    }
  }
  return {
    clients: {
      ownerOf: client => clients.ownerOf(client) ?? (waiting.includes(client) ? self : undefined),
      register: (_member, ids) => keep([...waiting, ...ids]),
    },
    catchUp: () => {
      if (waiting.length > 0) keep(waiting)
    },
  }
}
