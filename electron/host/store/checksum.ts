import { createHash } from 'node:crypto'

/** 32 hex digits over a number and bytes; a row put in another's place does not fit. */
export const checksum = (seq: number, bytes: Uint8Array): string =>
  createHash('sha256').update(`${seq}:`).update(bytes).digest('hex').slice(0, 32)
