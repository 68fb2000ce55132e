import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { commandNames, type CommandName } from '../../../shared/ipc/command-names'
import { commands, type Input, type Output, type Reply } from '../../../shared/ipc/contract'
import { Failure } from '../../../shared/ipc/failure'
import { words } from '../words'

/** One handler per command: leaving one out does not compile. `Caller` is taken from the event, never the message. */
export type CommandHandlers<Caller> = {
  readonly [N in CommandName]: (input: Input<N>, caller: Caller) => Promise<Output<N>> | Output<N>
}

export interface CommandDoor<Caller> {
  readonly ipcMain: Pick<IpcMain, 'handle'>
  /** Who asks; undefined for anyone who may not. */
  readonly identify: (event: IpcMainInvokeEvent) => Caller | undefined
  readonly reportBug: (error: unknown, command: CommandName) => void
}

export function registerCommands<Caller>(door: CommandDoor<Caller>, handlers: CommandHandlers<Caller>): void {
  for (const name of commandNames)
    door.ipcMain.handle(name, (event, input: unknown) => answer(door, handlers, name, { event, input }))
}

async function answer<Caller, N extends CommandName>(
  door: CommandDoor<Caller>,
  handlers: CommandHandlers<Caller>,
  name: N,
  { event, input }: { event: IpcMainInvokeEvent; input: unknown },
): Promise<Reply<Output<N>>> {
  const caller = door.identify(event)
  if (!caller) return { ok: false, code: 'not-allowed', message: words.unknownWindow }
  const parsed = commands[name].input.safeParse(input)
  if (!parsed.success) return { ok: false, code: 'invalid-input', message: words.invalidInput }
  try {
    return { ok: true, value: await handlers[name](parsed.data as Input<N>, caller) }
  } catch (error) {
    if (error instanceof Failure) return { ok: false, code: error.code, message: error.message }
    door.reportBug(error, name)
    return { ok: false, code: 'internal', message: words.internal }
  }
}
