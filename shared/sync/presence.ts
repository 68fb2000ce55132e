import { z } from 'zod'
import { rowCells } from '../indicators/indicator-row'

const itemId = z.object({ client: z.number().int().nonnegative(), clock: z.number().int().nonnegative() })
const id = z.string().min(1).max(100)

/** A place in shared words, as Yjs writes relative positions. Another root's name would make Yjs create that root. */
const position = z.object({
  type: itemId.nullish(),
  tname: z.literal('text').nullish(),
  item: itemId.nullish(),
  assoc: z.number().int().optional(),
})
export type SharedPosition = z.infer<typeof position>

/** Where in the records a person is, if not in the text itself. */
const within = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('note'), id }),
  z.object({ kind: z.literal('wording'), optionsId: id, wordingId: id }),
  z.object({ kind: z.literal('cell'), tableId: id, rowId: id, cell: z.enum(rowCells) }),
])

/** What a person's program may say of where they are. The binding throws on anything else and takes the editor along. */
export const Presence = z.object({
  /** In the text, or in the words of the note or wording that `within` names. */
  cursor: z.object({ anchor: position, head: position }).nullish().catch(undefined),
  /** The block of the text they are in; for a note that of its mark. */
  place: z.string().max(100).optional().catch(undefined),
  within: within.nullish().catch(undefined),
  /** Counts what they do: whoever types at the end of a paragraph stays at its end, and is not idle. */
  moves: z.number().int().nonnegative().optional().catch(undefined),
})

/** What others get to see: who it is, the host fills in. */
export type Presence = z.infer<typeof Presence> & {
  readonly user?: { readonly id: string; readonly name: string }
}

const Shown = Presence.extend({ user: z.object({ id, name: z.string().min(1).max(200) }) })
/** A person as another window may show them. */
export type ShownPresence = z.infer<typeof Shown>

/** What a host passed on, or null where it names nobody. */
export const readPresence = (state: unknown): ShownPresence | null => Shown.safeParse(state).data ?? null

/** Which clients came, moved or went, as y-protocols' Awareness tells of it. */
export interface AwarenessChange {
  readonly added: readonly number[]
  readonly updated: readonly number[]
  readonly removed: readonly number[]
}
