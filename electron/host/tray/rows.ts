import { z } from 'zod'
import { Letters, TrayEntry } from '../../../shared/tray/entry'
import type { KeptChange } from '../store/kept-rows'

/*
 * What the tray keeps in the report's file, as JSON under the subject `tray`:
 *
 *   entry:<id>   an open entry; once it is closed only its letters, so that the same loss is not told again
 *   clients      Yjs clients of this computer's windows
 *   room         state of the document that shows the entries to peers, as a Yjs update (host only)
 *   apart        the report as it was when the host was last reached, as a Yjs update
 */

const ClosedEntry = z.object({ id: z.string(), closed: z.string(), letters: z.array(Letters) })
export type ClosedEntry = z.infer<typeof ClosedEntry>
const Clients = z.array(z.number().int().nonnegative())

export interface TrayRows {
  readonly open: ReadonlyMap<string, TrayEntry>
  readonly closed: ReadonlyMap<string, ClosedEntry>
  readonly clients: ReadonlySet<number>
}

const entryPrefix = 'entry:'

/** Reads what is sound; a damaged row is as if it were not there. */
export function readRows(kept: ReadonlyMap<string, Uint8Array>): TrayRows {
  const open = new Map<string, TrayEntry>()
  const closed = new Map<string, ClosedEntry>()
  for (const [name, bytes] of kept) {
    if (!name.startsWith(entryPrefix)) continue
    const json = parsed(bytes)
    const entry = TrayEntry.safeParse(json)
    const ended = ClosedEntry.safeParse(json)
    if (entry.success) open.set(entry.data.id, entry.data)
    else if (ended.success) closed.set(ended.data.id, ended.data)
  }
  const clients = Clients.safeParse(parsed(kept.get('clients')))
  return { open, closed, clients: new Set(clients.data ?? []) }
}

export const entryRow = (entry: TrayEntry | ClosedEntry): KeptChange =>
  new Map([[entryPrefix + entry.id, bytesOf(entry)]])

export const clientsRow = (clients: ReadonlySet<number>): KeptChange =>
  new Map([['clients', bytesOf([...clients])]])

const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))

function parsed(bytes: Uint8Array | undefined): unknown {
  if (!bytes) return undefined
  try {
    return JSON.parse(Buffer.from(bytes).toString())
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
