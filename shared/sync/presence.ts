import { z } from 'zod'

const itemId = z.object({ client: z.number().int().nonnegative(), clock: z.number().int().nonnegative() })

/** A place in the shared text, as Yjs writes relative positions. */
const position = z.object({
  type: itemId.nullish(),
  tname: z.string().max(50).nullish(),
  item: itemId.nullish(),
  assoc: z.number().int().optional(),
})

/** What a person's program may say of where they are. The binding throws on anything else and takes the editor along. */
export const Presence = z.object({
  cursor: z.object({ anchor: position, head: position }).nullish().catch(undefined),
  /** The block they are in. */
  place: z.string().max(100).optional().catch(undefined),
})

/** What others get to see: who it is, the host fills in. */
export type Presence = z.infer<typeof Presence> & {
  readonly user?: { readonly id: string; readonly name: string }
}
