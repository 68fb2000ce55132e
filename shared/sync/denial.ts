import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import { writePermissionDenied } from 'y-protocols/auth'
import { z } from 'zod'

/** Why a host closes on a peer, told before it closes: JSON in the reason of y-protocols' "permission denied". */
export const Denial = z.object({
  code: z.string(),
  /** The section that may not be changed, where one is concerned. */
  section: z.string().nullable(),
  /** For the person. */
  message: z.string(),
})
export type Denial = z.infer<typeof Denial>

const permission = 2

export function denialFrame(denial: Denial): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, permission)
  writePermissionDenied(encoder, JSON.stringify(denial))
  return toUint8Array(encoder)
}

/** The denial in a reason that a host gave, or null where it is none. */
export function readDenial(reason: string): Denial | null {
  try {
    return Denial.safeParse(JSON.parse(reason)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
