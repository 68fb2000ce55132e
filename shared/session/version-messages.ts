import { z } from 'zod'
import { Hash, MemberId, Time } from '../ledger/records'
import { CommandRequest } from './messages'

/** Where a member asks for what was frozen. */
export const versionsPath = '/versions'

/** Names of manifests and parts; `writers`: also who wrote in which block since the last draft. */
export const VersionsRequest = CommandRequest.omit({ command: true }).extend({
  names: z.array(Hash).max(800),
  writers: z.boolean(),
})

/** Letters of one answer; a single part may be larger. */
export const largestVersionAnswer = 2_000_000

/** What of it the host has and the member may read, as it lies in the host's file. */
export const VersionsAnswer = z.object({
  manifests: z.array(z.object({ id: Hash, manifest: z.string() })),
  parts: z.array(z.object({ name: Hash, bytes: z.base64(), checksum: z.string().max(64) })),
  writers: z.record(z.string().max(100), z.object({ members: z.array(MemberId), at: Time })).nullable(),
})
export type VersionsAnswer = z.infer<typeof VersionsAnswer>
