import { Failure } from '../../../shared/ipc/failure'
import { schemaVersion } from '../../../shared/report/schema-version'
import { readCopy } from '../store/read-copy'
import { readMembership, type Membership } from './membership'

type Wanted = Pick<Membership, 'report' | 'member' | 'certificate'>

export const isSameMembership = (a: Wanted, b: Wanted): boolean =>
  a.report === b.report && a.member === b.member && a.certificate === b.certificate

/** Whichever of these files (none of them open here) is the member's replica already, or null. */
export function findReplica(paths: Iterable<string>, wanted: Wanted): string | null {
  for (const path of paths) {
    const membership = membershipIn(path)
    if (membership && isSameMembership(membership, wanted)) return path
  }
  return null
}

function membershipIn(path: string): Membership | null {
  try {
    const { kept } = readCopy(path, schemaVersion)
    return readMembership({ kept: subject => kept.get(subject) ?? new Map() })
  } catch (error) {
    // Gone, damaged or no report: then it is no replica either.
    if (error instanceof Failure) return null
    throw error
  }
}
