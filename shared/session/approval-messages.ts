import { z } from 'zod'
import { Hash } from '../ledger/records'
import { CommandRequest, ControlAnswer } from './messages'

/** Where a member asks for a section as it was approved. */
export const copyPath = '/copy'

export const CopyRequest = CommandRequest.omit({ command: true }).extend({ fingerprint: Hash })

/** JSON of a SectionCopy; null where none is kept. */
export const CopyAnswer = z.object({ copy: z.string().nullable() })

const [done, refused] = ControlAnswer.options
/** The answer to a member's command. `copy`, with "changed": the section as it is now, as JSON of a SectionCopy. */
export const CommandAnswer = z.union([done, refused.extend({ copy: z.string().optional() })])
export type CommandAnswer = z.infer<typeof CommandAnswer>

/** Longest copy that is sent, in letters; nobody approves a book in one go. */
export const longestCopy = 3_000_000
