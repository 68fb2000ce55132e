import { findIndexSS, GC, getState, Item, Skip, type Doc, type ID } from 'yjs'
import { refuse } from './refusal'
import { isRootName } from './shapes'
import type { ReadUpdate } from './read-update'

export type Struct = Item | GC

/** What an update brings that the report does not have yet. */
export interface Incoming {
  /** Each after everything it refers to, in the order in which Yjs takes them. */
  readonly structs: readonly Struct[]
  /** Clients with something new. */
  readonly clients: readonly number[]
  /** How far a client's clock is, and how far it will be after the update. */
  readonly clockBefore: (client: number) => number
  readonly clockAfter: (client: number) => number
  /** The struct that holds this id, whether the report has it or the update brings it. */
  readonly find: (id: ID) => Struct
}

/**
 * Drops what the report has. Refuses gaps and whatever refers to something that nobody has seen. `isRoot`: which roots
 * the document may have.
 */
export function incomingOf(
  { structs }: ReadUpdate,
  body: Doc,
  isRoot: (name: string) => boolean = isRootName,
): Incoming {
  const { store } = body
  const runs = new Map<number, Struct[]>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    const have = getState(store, client)
    if (clock + struct.length <= have) {
      checkKnown(struct, body, isRoot)
      continue
    }
    if (struct instanceof Skip) refuse('gap', 'A part was left out')
    const run = runs.get(client)
    if (!run && clock > have) refuse('gap', `Client ${client} is at ${have}, not ${clock}`)
    if (run) run.push(struct)
    else runs.set(client, [struct])
  }
  const clockBefore = (client: number): number => getState(store, client)
  const clockAfter = (client: number): number => endOf(runs.get(client)) ?? getState(store, client)
  const find = (id: ID): Struct => {
    if (id.clock >= getState(store, id.client)) return findIn(runs.get(id.client), id)
    const known = store.clients.get(id.client) ?? []
    return known[findIndexSS(known, id.clock)] as Struct
  }
  const clients = [...runs.keys()]
  const ordered = inOrder(runs, clockBefore)
  return { structs: ordered, clients, clockBefore, clockAfter, find }
}

/*
 * Yjs looks up the neighbours and the root even of structs that it then drops. Where neighbours are unknown, it keeps
 * that struct, and all behind it in the same run, for later; where the root is, it makes one.
 */
function checkKnown(struct: Struct | Skip, { store }: Doc, isRoot: (name: string) => boolean): void {
  if (!(struct instanceof Item)) return
  const parent = struct.parent as unknown
  if (typeof parent === 'string' && !isRoot(parent)) refuse('unknown-root', `Root ${parent}`)
  for (const id of [struct.origin, struct.rightOrigin, struct.parent])
    if (isId(id) && id.clock >= getState(store, id.client)) refuse('gap', 'Refers to something unknown')
}

const endOf = (run: readonly Struct[] | undefined): number | undefined => {
  const last = run?.at(-1)
  return last && last.id.clock + last.length
}

function findIn(run: readonly Struct[] | undefined, id: ID): Struct {
  let low = 0
  let high = run ? run.length - 1 : -1
  while (run && low <= high) {
    const middle = (low + high) >> 1
    const struct = run[middle] as Struct
    if (id.clock < struct.id.clock) high = middle - 1
    else if (id.clock >= struct.id.clock + struct.length) low = middle + 1
    else return struct
  }
  return refuse('gap', `Refers to ${id.client}:${id.clock}`)
}

/**
 * The order in which Yjs integrates (`integrateStructs`): the highest client first, each struct after what it refers to.
 * Yjs throws in the middle of applying where a struct refers to a later one of its own client, and keeps for later what
 * refers to an unknown one. Both must not happen, so what cannot be put in order is refused.
 */
function inOrder(runs: ReadonlyMap<number, Struct[]>, have: (client: number) => number): readonly Struct[] {
  const taken = new Map<number, number>()
  const reached = new Map<number, number>()
  const reachedBy = (client: number): number => reached.get(client) ?? have(client)
  const take = (client: number): Struct | undefined => {
    const at = taken.get(client) ?? 0
    taken.set(client, at + 1)
    return runs.get(client)?.[at]
  }
  const ordered: Struct[] = []
  for (const client of [...runs.keys()].sort((a, b) => b - a))
    for (let first = take(client); first; first = take(client)) {
      const waiting = [first]
      for (let struct = waiting.at(-1); struct; struct = waiting.at(-1)) {
        const missing = missingFor(struct, reachedBy)
        if (missing === null) {
          ordered.push(struct)
          reached.set(struct.id.client, struct.id.clock + struct.length)
          waiting.pop()
        } else waiting.push(nextOf(missing, take(missing), reachedBy))
      }
    }
  return ordered
}

/** A client whose next struct must come first, or null. */
function missingFor(struct: Struct, reachedBy: (client: number) => number): number | null {
  if (struct instanceof GC) return null
  for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
    if (!isId(id) || id.clock < reachedBy(id.client)) continue
    if (id.client === struct.id.client) refuse('gap', 'Refers to a later struct of its own')
    return id.client
  }
  return null
}

function nextOf(client: number, struct: Struct | undefined, reachedBy: (client: number) => number): Struct {
  const isNext = struct && struct.id.clock <= reachedBy(client)
  return isNext ? struct : refuse('gap', 'Refers to something unknown, or in a circle')
}

// A decoded parent is an id, or the name of a root as a string, or null.
const isId = (id: unknown): id is ID => typeof id === 'object' && id !== null && 'clock' in id
