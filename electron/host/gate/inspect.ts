import type { Doc } from 'yjs'
import type { Locks } from '../../../shared/permissions/locks'
import { canEditFields } from '../../../shared/permissions/can'
import type { Member } from '../../../shared/permissions/member'
import type { BlockId } from '../../../shared/report/ids'
import { indexOf, type BodyIndex } from './body-index'
import type { ClientRegistry } from './client-registry'
import { closedFor, closedRecord, namesAfter, refuseIf, type ClosedAt } from './closed'
import { incomingOf, type Incoming } from './incoming'
import { pathsOfNewBlocks } from './new-block-paths'
import { defaultLimits, readUpdate, type Limits, type ReadUpdate } from './read-update'
import { refuse, Refused, type Refusal } from './refusal'
import { idOf, type Path } from './sections'
import { checkSectionsAfter } from './sections-after'
import { structureAfter } from './structure-after'
import { touchedBy, type Touched } from './touched'

export interface GateContext {
  readonly author: Member
  readonly locks: Locks
  readonly clients: ClientRegistry
  readonly limits?: Limits
}

export type Verdict =
  | {
      readonly kind: 'allowed'
      /** Client ids that the author uses for the first time: to be registered, and kept, before applying. */
      readonly newClients: readonly number[]
      /** The headings of every place that the update changes, outermost first; more rather than fewer. */
      readonly paths: readonly (readonly BlockId[])[]
      /** The ids of blocks and records that it changes; those of new ones too. */
      readonly places: readonly string[]
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/**
 * May this update be applied to the report? Changes neither the report nor the registry. The report must have nothing
 * pending, and the update must be applied before anything else is, or be inspected again.
 */
export function inspect(update: Uint8Array, body: Doc, context: GateContext): Verdict {
  try {
    const read = readUpdate(update, context.limits ?? defaultLimits)
    const incoming = incomingOf(read, body)
    const newClients = checkClients(incoming, body, context)
    const touched = touchedBy(incoming, read.deleted, body)
    const paths: Path[] = []
    checkRights({ body, context, incoming, touched, deleted: read.deleted, paths })
    return {
      kind: 'allowed',
      newClients,
      paths: paths.map(path => path.map(idOf)),
      places: placesOf(touched),
    }
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', refusal: error.refusal }
    throw error
  }
}

const placesOf = ({ blocks, ids, records }: Touched): string[] =>
  [...[...blocks].map(idOf), ...ids, ...records].filter(id => id !== '')

function checkClients(
  { clients }: Incoming,
  body: Doc,
  { author, clients: registry }: GateContext,
): number[] {
  return clients.filter(client => {
    const owner = registry.ownerOf(client)
    // Under an id without an owner there may be words already, such as an imported report's: nobody may claim those.
    const isFree = owner === undefined && !body.store.clients.has(client)
    if (owner !== author.id && !isFree) refuse('foreign-client', `Client ${client} of ${owner ?? 'nobody'}`)
    return isFree
  })
}

interface Found {
  readonly body: Doc
  readonly context: GateContext
  readonly incoming: Incoming
  readonly touched: Touched
  readonly deleted: ReadUpdate['deleted']
  /** Every place that was asked about. */
  readonly paths: Path[]
}

function checkRights(found: Found): void {
  const { body, context, incoming, touched } = found
  const { author } = context
  const index = indexOf(body)
  const closedHere = closedFor(author, context.locks)
  const closedAt: ClosedAt = path => {
    found.paths.push(path)
    return closedHere(path)
  }
  if (touched.changesFields && !canEditFields(author)) refuse('no-right', 'Fields of the report')
  for (const block of touched.blocks) refuseIf(closedAt(index.pathOf(block)), 'A block is changed')
  for (const id of touched.records)
    refuseIf(closedRecord(id, index, closedAt, author), `Record ${id} is changed`)
  checkIds(touched, index, closedAt)
  if (touched.changesSections) checkSections(found, index, closedAt)
  else if (touched.newBlocks.length > 0) {
    const paths = pathsOfNewBlocks(touched.newBlocks, incoming, index)
    if (paths.includes(undefined)) checkSections(found, index, closedAt)
    else for (const path of paths) if (path) refuseIf(closedAt(path), 'A new block in a closed section')
  }
}

function checkSections(found: Found, index: BodyIndex, closedBefore: ClosedAt): void {
  const { body, context, incoming, touched, deleted } = found
  const after = structureAfter(body, incoming, touched, deleted)
  const closedAfter = closedFor(context.author, context.locks, namesAfter(after, index, touched))
  checkSectionsAfter({ index, after, touched, closedBefore, closedAfter })
}

/*
 * A second mark of a note, or a copied block, would hand the original to whoever may write the copy. It would also make
 * honest editors give one of the two a new id, perhaps the one that they may not touch.
 */
function checkIds({ ids }: Touched, index: BodyIndex, closedAt: ClosedAt): void {
  for (const id of ids)
    for (const block of index.blocksWith(id)) {
      const closed = closedAt(index.pathOf(block))
      if (closed) refuse('copied-id', `Id ${id} stands in a closed section`, closed.section)
    }
}
