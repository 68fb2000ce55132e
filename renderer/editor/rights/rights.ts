import type { Node } from 'prosemirror-model'
import type { Doc } from 'yjs'
import { closedUnder, isReader, type Closed, type Permissions } from '../../../shared/permissions/closed'
import { canEditFields, canSomewhere } from '../../../shared/permissions/can'
import { blocksShowing } from './blocks-showing'

/**
 * What the person at this window may write in one report. Courtesy, not security: the committee's host decides, and
 * whoever is stopped here has not typed in vain.
 */
export interface Rights {
  /** Null in a report of one's own: everything may be written. */
  readonly permissions: () => Permissions | null
  readonly change: (permissions: Permissions | null) => void
  readonly onChange: (listener: () => void) => () => void
  /** Tells the person why something was not done. */
  readonly refuse: (refusal: Refusal) => void
  readonly onRefusal: (listener: (refusal: Refusal) => void) => () => void
  /** Where the text is read from that tells which section shows a record; until then no record is closed. */
  readonly readFrom: (text: () => Node) => void
  readonly closedRecord: (id: string) => Closed | undefined
  readonly closedFields: () => Closed | undefined
  readonly isReader: () => boolean
}

export interface Refusal extends Closed {
  /** So many steps of undo were passed over. */
  readonly steps?: number
}

const known = new WeakMap<Doc, Rights>()

/** The rights in this report, wherever in the window they are asked for. */
export function rightsOf(body: Doc): Rights {
  const rights = known.get(body) ?? createRights()
  known.set(body, rights)
  return rights
}

/** Whether a record may be changed; the person is told where it may not. */
export function mayChangeRecord(body: Doc, id: string): boolean {
  const rights = rightsOf(body)
  return isOpen(rights, rights.closedRecord(id))
}

/** The same for what stands above and below the text. */
export function mayChangeFields(body: Doc): boolean {
  const rights = rightsOf(body)
  return isOpen(rights, rights.closedFields())
}

function isOpen(rights: Rights, closed: Closed | undefined): boolean {
  if (closed) rights.refuse(closed)
  return closed === undefined
}

function createRights(): Rights {
  let permissions: Permissions | null = null
  let text: (() => Node) | null = null
  const changed = new Set<() => void>()
  const refused = new Set<(refusal: Refusal) => void>()
  return {
    permissions: () => permissions,
    change(next) {
      permissions = next
      for (const listener of [...changed]) listener()
    },
    onChange: listener => listenIn(changed, listener),
    refuse: refusal => refused.forEach(listener => listener(refusal)),
    onRefusal: listener => listenIn(refused, listener),
    readFrom: source => (text = source),
    closedRecord: id => (permissions && text ? closedRecord(text(), id, permissions) : undefined),
    closedFields: () =>
      permissions?.member && !canEditFields(permissions.member) ? { code: 'no-right' } : undefined,
    isReader: () => permissions !== null && isReader(permissions),
  }
}

/** Closed if any place that shows it is. One that nothing shows is open to all who write at all. */
function closedRecord(text: Node, id: string, permissions: Permissions): Closed | undefined {
  const paths = blocksShowing(text, id)
  for (const path of paths) {
    const closed = closedUnder(path, permissions)
    if (closed) return closed
  }
  const { member } = permissions
  return paths.length > 0 || !member || canSomewhere(member, 'edit') ? undefined : { code: 'no-right' }
}

function listenIn<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
