import type { Committee } from '../../electron/host/committee/committee'
import type { SessionDoor } from '../../electron/host/committee/session-door'
import type { BlockId } from '../../shared/report/ids'
import { lockSet, noLocks, type Locks } from '../../shared/permissions/locks'
import type { Member } from '../../shared/permissions/member'
import type { Right, Role } from '../../shared/permissions/rights'

/** Members as a test names them; the session of each is the id itself. */
export interface FakeCommittee extends Committee {
  readonly door: SessionDoor
  readonly add: (id: string, role: Role, grants?: Record<string, readonly Right[]>) => void
  readonly revoke: (id: string) => void
  readonly lock: (section: BlockId, element: string) => void
  /** Sessions from now on end at this time. */
  endsAt: number | null
  /** Whose connections are over. */
  readonly left: string[]
}

export function fakeCommittee(): FakeCommittee {
  const members = new Map<string, Member>()
  const owners = new Map<number, string>()
  const listeners = new Set<(member: string) => void>()
  const watchers = new Set<() => void>()
  let locks: Locks = noLocks
  const committee: FakeCommittee = {
    endsAt: null,
    left: [],
    member: id => members.get(id),
    locks: () => locks,
    clients: {
      ownerOf: client => owners.get(client),
      register: (member, clients) => clients.forEach(client => owners.set(client, member)),
    },
    wrote: () => undefined,
    founder: () => [...members.keys()][0] ?? null,
    onChange: listener => {
      watchers.add(listener)
      return () => void watchers.delete(listener)
    },
    onRevoked: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    add: (id, role, grants = {}) => {
      members.set(id, { id, role, grants: new Map(Object.entries(grants)) as Member['grants'] })
      for (const watcher of watchers) watcher()
    },
    revoke: id => {
      members.delete(id)
      for (const listener of listeners) listener(id)
    },
    lock: (section, element) => (locks = lockSet([{ section, element }])),
    door: {
      enter: ({ params }) => {
        const id = params.get('session') ?? ''
        if (!members.has(id)) return { code: 4401, reason: 'session' }
        const { endsAt } = committee
        return { member: id, name: `Đồng chí ${id}`, endsAt, left: () => committee.left.push(id) }
      },
      answer: (_request, response) => response.writeHead(404).end(),
    },
  }
  return committee
}
