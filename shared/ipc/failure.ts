import type { FailureCode } from './contract'

/** An expected refusal, with words for the person. Anything else that is thrown is a bug. */
export class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    message: string,
  ) {
    super(message)
    this.name = 'Failure'
  }
}
