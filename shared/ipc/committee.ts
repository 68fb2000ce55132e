import { z } from 'zod'
import { Role } from '../ledger/records'

/*
 * What a window is told about the committee that writes its report. The main process keeps it, one for each open
 * report.
 */

/** `host`: this program shares the report with others. `member`: another machine does. */
const part = z.enum(['none', 'host', 'member'])

/**
 * - `none`: nobody else writes the report.
 * - `sharing`: this program is the host.
 * - `connecting`, `connected`, `offline`: on the way to the host; everything is sent and received; not reached, trying
 *   again by itself.
 * - `refused`: the host turned a change down, and the replica is being made anew (a moment).
 * - `revoked`: no member any more, for good. `other-version`: host and program speak of different reports; one of
 *   them has to be brought up to date. Neither is tried again by itself.
 */
const connection = z.enum([
  'none',
  'sharing',
  'connecting',
  'connected',
  'offline',
  'refused',
  'revoked',
  'other-version',
])

export const CommitteeState = z.object({
  part,
  connection,
  /** Words for the person; null while there is nothing to say. */
  message: z.string().nullable(),
  /** Edits of this computer that the host has not confirmed as kept; over all days that it was away. */
  unsent: z.number().int().nonnegative(),
  /** The time from which `connection` is as it is, ISO; null with `none`. */
  since: z.string().nullable(),
  /** Who the person is in the committee; null in a report of their own, and until the host has said it. */
  self: z.object({ id: z.string(), name: z.string(), role: Role }).nullable(),
})
export type CommitteeState = z.infer<typeof CommitteeState>

/** A report that nobody else writes. */
export const noCommittee: CommitteeState = {
  part: 'none',
  connection: 'none',
  message: null,
  unsent: 0,
  since: null,
  self: null,
}
