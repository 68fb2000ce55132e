import type { CommandName } from '../../shared/ipc/command-names'
import type { Input, Output, Reply } from '../../shared/ipc/contract'
import { Failure } from '../../shared/ipc/failure'
import { bridge } from './bridge'

/** Asks the main process. Throws a Failure, whose message is for the person, where it refuses. */
export async function ask<N extends CommandName>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = (await bridge().ask(name, input)) as Reply<Output<N>>
  if (!reply.ok) throw new Failure(reply.code, reply.message)
  return reply.value
}
