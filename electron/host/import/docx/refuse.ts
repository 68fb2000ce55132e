import { Failure } from '../../../../shared/ipc/failure'
import { refusals } from './words'

/** The Failure that refuses a file for a reason that a person can act on. */
export const refuse = (reason: keyof typeof refusals): Failure =>
  new Failure('unreadable-file', refusals[reason])
