import { z } from 'zod'
import { Time } from '../ledger/records'

const section = z.string().min(1).max(100)
const pieceName = z.string().regex(/^[0-9a-f]{32}$/)
const json = z.string().max(20_000_000)
const nothing = z.object({})

export const SeenLook = z.object({ section, piece: pieceName, at: Time })

/** What the person at this computer has seen of a report; kept in its file and told to nobody. */
export const seenCommands = {
  /** As the window shows it at this moment. Null: the person has seen that the section is gone. */
  'seen.mark': {
    input: z.object({
      looks: z.array(z.object({ section, json: json.nullable() })).max(20_000),
      /** The sections of the report as they stand. */
      order: z.array(section).max(20_000),
    }),
    output: nothing,
  },
  'seen.pieces': {
    input: z.object({ names: z.array(pieceName).max(20_000) }),
    output: z.object({ pieces: z.array(z.object({ name: pieceName, json })) }),
  },
} as const

/** Every section that was ever looked at, in the order in which they stood; told whenever that changes. */
export const seenEvents = {
  'seen.changed': z.object({ looks: z.array(SeenLook) }),
} as const
