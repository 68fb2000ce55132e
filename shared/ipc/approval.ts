import { z } from 'zod'
import { Hash, SectionId } from '../ledger/records'

/** JSON of a SectionCopy; null where none is kept. */
const copy = z.string().nullable()

export const approvalCommands = {
  /**
   * Signs a section's content with this computer's key and gives the approval to the ledger, wherever that is.
   * `fingerprint`: of what the person saw. `changed`: it is something else by now (`copy`), and nothing is approved.
   * Any other refusal is thrown as a Failure with the reason.
   */
  'approval.approve': {
    input: z.object({ section: SectionId, fingerprint: Hash, note: z.string().max(2_000) }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('approved') }),
      z.object({ kind: z.literal('changed'), copy }),
    ]),
  },
  /** A section as it was when it was approved with that fingerprint. Throws a Failure where the host is not reached. */
  'approval.copy': { input: z.object({ fingerprint: Hash }), output: z.object({ copy }) },
}
