import type { Program } from '../program'
import type { Signature } from '../../host/sharing/secretary'
import { words } from '../words'
import type { Person } from './person'
import type { OpenReport } from './open-reports'

/**
 * Gives a report that nobody shares a ledger, so that its owner can lock, approve and say how far sections have come.
 * Does nothing where there is a committee. Throws a Failure where the file cannot be written.
 */
export function withLedger({ committee }: OpenReport, { person }: Pick<Program, 'person'>): void {
  committee.sharing.foundAlone(signatureOf(person.read()))
}

/** As whom a person signs who may never have said a name. */
export const signatureOf = ({ name, unit }: Person): Signature => ({ name: name || words.owner, unit })

/** Whether a command is about the work on sections: people who write alone have no use for the others. */
export const isAboutWork = ({ kind }: { readonly kind: string }): boolean =>
  /^(section|approval|approvers|tracking|change)\./.test(kind)
