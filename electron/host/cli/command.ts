/** Where a command says what it has to say: answers on one stream, everything else on the other. */
export interface Output {
  /** One or more whole lines, without the last line end. */
  out(text: string): void
  err(text: string): void
}

/** One subcommand of `du-thao`. */
export interface Command {
  readonly name: string
  /** Its arguments, as the usage shows them. */
  readonly synopsis: string
  /** One line of what it does. */
  readonly summary: string
  /**
   * Answers the exit code; nothing is 0. Throws a UsageError for wrong arguments, a Failure where it refuses.
   */
  run(args: readonly string[], output: Output): Promise<0 | 1> | Promise<void>
}

/** Wrong arguments: the usage is shown and the exit code is 2. */
export class UsageError extends Error {}
