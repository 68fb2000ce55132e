import { z } from 'zod'
import { MemberId, Time } from '../../../shared/ledger/records'

/** By block, note or table: who wrote in it, in the order in which they came, and when the last of them did. */
export const BlockWriters = z.record(z.string().max(100), z.object({ members: z.array(MemberId), at: Time }))
export type BlockWriters = z.infer<typeof BlockWriters>

interface Block {
  readonly members: Set<string>
  at: number
}

/** Who writes in which block, as the gate lets changes in. Kept since the last draft. */
export class Writers {
  private blocks = new Map<string, Block>()
  /** Whether something came since `noted` was last set. */
  isFresh = false

  /** A member's change in these places has been let in. On the way of every key: a look into a map. */
  wrote(member: string, places: Iterable<string>): void {
    for (const place of places) {
      const block = this.blocks.get(place)
      if (block) {
        block.members.add(member)
        block.at = Date.now()
      } else this.blocks.set(place, { members: new Set([member]), at: Date.now() })
      this.isFresh = true
    }
  }

  get blockWriters(): BlockWriters {
    return Object.fromEntries(
      [...this.blocks].map(([place, { members, at }]) => [
        place,
        { members: [...members], at: new Date(at).toISOString() },
      ]),
    )
  }

  /** Begins anew; what came until now is answered. */
  takeOut(): BlockWriters {
    const all = this.blockWriters
    this.blocks = new Map()
    this.isFresh = true
    return all
  }

  /** What was noted before. */
  putBack(before: BlockWriters): void {
    const since = this.blocks
    this.blocks = new Map()
    for (const [place, { members, at }] of Object.entries(before))
      this.blocks.set(place, { members: new Set(members), at: Date.parse(at) })
    for (const [place, { members, at }] of since) {
      const block = this.blocks.get(place)
      if (!block) this.blocks.set(place, { members, at })
      else {
        for (const member of members) block.members.add(member)
        block.at = Math.max(block.at, at)
      }
    }
  }
}
