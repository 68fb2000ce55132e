import { Failure } from '../../../shared/ipc/failure'
import { UsageError, type Command, type Output } from './command'
import { auditCommand } from './audit'
import { checkCommand } from './check'
import { clusterCommand } from './cluster'
import { compareCommand } from './compare'
import { draftsCommand } from './drafts'
import { exportCommand } from './export'
import { freezeCommand } from './freeze'
import { importCommand } from './import'
import { inviteCommand } from './invite'
import { membersCommand } from './members'
import { serveCommand } from './serve'
import { sessionCommand } from './session'
import { showCommand } from './show'
import { words } from './words'

/** In the order of the usage. A new command is a file and a line here. */
const commands: readonly Command[] = [
  importCommand,
  showCommand,
  exportCommand,
  freezeCommand,
  draftsCommand,
  checkCommand,
  compareCommand,
  serveCommand,
  inviteCommand,
  sessionCommand,
  membersCommand,
  auditCommand,
  clusterCommand,
]

/** Runs `du-thao` with its arguments. Answers the exit code: 0, 1 (refused, reason told), 2 (wrong usage). */
export async function runCli(args: readonly string[], output: Output): Promise<0 | 1 | 2> {
  const [name, ...rest] = args
  if (name === '--help' || name === '-h' || name === 'help') {
    output.out(usage())
    return 0
  }
  const command = commands.find(known => known.name === name)
  if (!command) {
    output.err(name === undefined ? usage() : `${words.unknown(name)}\n${usage()}`)
    return 2
  }
  try {
    return (await command.run(rest, output)) ?? 0
  } catch (error) {
    return explain(error, command, output)
  }
}

function explain(error: unknown, command: Command, output: Output): 1 | 2 {
  if (error instanceof UsageError) {
    output.err(`${error.message}\n${words.usage.replace(/<.*/, `${command.name} ${command.synopsis}`)}`)
    return 2
  }
  if (error instanceof Failure) output.err(`${words.refused}${error.message}`)
  else output.err(`${words.broken}${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return 1
}

function usage(): string {
  const lines = commands.map(({ name, synopsis, summary }) => `  ${name} ${synopsis}\n      ${summary}`)
  return [words.usage, words.commands, ...lines].join('\n')
}
