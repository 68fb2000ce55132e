import { ContentAny, Item, type Doc } from 'yjs'
import type { Member } from '../../../shared/permissions/member'
import { refusedOf } from '../../../shared/review/may-add'
import type { ReviewRecord } from '../../../shared/review/record'
import type { Adding } from '../../../shared/review/rules/adding'
import type { ClientRegistry } from '../gate/client-registry'
import { eachDeleted } from '../gate/each-deleted'
import { incomingOf, type Incoming, type Struct } from '../gate/incoming'
import { readUpdate, type Limits } from '../gate/read-update'
import { Refused } from '../gate/refusal'
import { isDeeper } from './json-depth'
import { RefusedRecord, refuseRecord, type RecordRefusal } from './refusal'
import { readRecord, recordsIn, recordsRoot } from './room-doc'
import { roomRecords } from './room-records'

export interface ReviewGate {
  /** The document of the room. */
  readonly doc: Doc
  /** Another room's: no id stands in both. */
  readonly beside: Doc
  readonly author: Member
  readonly clients: ClientRegistry
  readonly adding: Adding
}

export type ReviewVerdict =
  | {
      readonly kind: 'allowed'
      /** As the gate of the text says it. */
      readonly newClients: readonly number[]
      readonly records: readonly ReviewRecord[]
    }
  | { readonly kind: 'refused'; readonly refusal: RecordRefusal }

/** What one change may hold: the proposals for a whole chapter in one step. */
const limitsOfChange: Limits = { bytes: 8_000_000, structs: 10_000, length: 100_000_000 }
/** Letters of one record as JSON; the rejected wordings of a decision are the longest. */
const longestRecord = 2_000_000
/** Levels of lists and objects in it. A report's nodes have fewer than ten; what walks through thousands may fall. */
const deepest = 60
/** What a room holds of one author. */
const shareOfAuthor = { records: 20_000, letters: 40_000_000 }

/**
 * May this update be applied to a room of the review? It may only put new records under new keys, in the author's name,
 * as the rules of the review allow. Changes nothing; the update must be applied before anything else is.
 */
export function inspectReview(update: Uint8Array, gate: ReviewGate): ReviewVerdict {
  try {
    const read = readUpdate(update, limitsOfChange)
    const incoming = incomingOf(read, gate.doc, root => gate.doc.share.has(root))
    refuseDeletions(incoming, read.deleted, gate.doc)
    const newClients = checkClients(incoming, gate)
    const records = recordsOf(incoming.structs, gate)
    checkRules(records, gate)
    return { kind: 'allowed', newClients, records }
  } catch (error) {
    if (error instanceof RefusedRecord || error instanceof Refused)
      return { kind: 'refused', refusal: error.refusal }
    throw error
  }
}

function refuseDeletions(incoming: Incoming, deleted: Parameters<typeof eachDeleted>[1], doc: Doc): void {
  eachDeleted(incoming, deleted, doc, () => refuseRecord('rewritten', 'Deletes'))
  // What comes and is deleted at once would take its key from whoever is to use it.
  for (const [client, ranges] of deleted.clients) {
    const have = incoming.clockBefore(client)
    if (ranges.some(({ clock, len }) => clock + len > have))
      refuseRecord('rewritten', 'Deletes what it brings')
  }
}

/** As the gate of the text: under an id that holds something already nobody else may write. */
function checkClients(
  { clients }: Incoming,
  { doc, beside, author, clients: registry }: ReviewGate,
): number[] {
  return clients.filter(client => {
    const owner = registry.ownerOf(client)
    const isFree = owner === undefined && !doc.store.clients.has(client) && !beside.store.clients.has(client)
    if (owner !== author.id && !isFree)
      refuseRecord('foreign-client', `Client ${client} of ${owner ?? 'nobody'}`)
    return isFree
  })
}

function recordsOf(structs: readonly Struct[], { doc, beside }: ReviewGate): ReviewRecord[] {
  const taken = new Set<string>()
  return structs.map(struct => {
    const { key, json } = entryOf(struct)
    const isThere = recordsIn(doc)._map.has(key) || recordsIn(beside)._map.has(key) || taken.has(key)
    if (isThere) refuseRecord('rewritten', `Record ${key} is there`)
    taken.add(key)
    if (json.length > longestRecord) refuseRecord('too-large', `${json.length} letters`)
    if (isDeeper(json, deepest)) refuseRecord('unknown-content', `Record ${key} is too deep`)
    const record = readRecord(json)
    if (record?.id !== key) return refuseRecord('unknown-content', `Record ${key}`)
    return record
  })
}

/** A new key of the root with one text under it, as a map of Yjs sets it; everything else is refused. */
function entryOf(struct: Struct): { readonly key: string; readonly json: string } {
  if (!(struct instanceof Item)) return refuseRecord('rewritten', 'Something deleted')
  const { parent, parentSub, origin, rightOrigin, content } = struct
  if (origin !== null || rightOrigin !== null || parentSub === null)
    return refuseRecord('rewritten', 'In place of something')
  // A decoded root is its name.
  if ((parent as unknown) !== recordsRoot) return refuseRecord('unknown-root', 'Not among the records')
  const json: unknown = content instanceof ContentAny && content.arr.length === 1 ? content.arr[0] : null
  return typeof json === 'string' ? { key: parentSub, json } : refuseRecord('unknown-content', 'No record')
}

function checkRules(records: readonly ReviewRecord[], { doc, author, adding }: ReviewGate): void {
  if (records.length === 0) return
  const { records: said, letters } = roomRecords(doc, adding.audience).shareOf(author.id)
  const more = records.reduce((sum, record) => sum + JSON.stringify(record).length, 0)
  if (said + records.length > shareOfAuthor.records || letters + more > shareOfAuthor.letters)
    refuseRecord('too-many', `${said} records of ${author.id}`)
  const found = refusedOf(records, adding)
  if (found) refuseRecord(found.refusal, `${found.record.kind} ${found.record.id} of ${author.id}`)
}
