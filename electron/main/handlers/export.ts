import { Failure } from '../../../shared/ipc/failure'
import type { CommandHandlers } from '../ipc/register-commands'
import type { Caller, Program } from '../program'
import { words } from '../words'

export const exportHandlers = (_program: Program): Pick<CommandHandlers<Caller>, 'report.export'> => ({
  'report.export': () => {
    throw new Failure('not-ready', words.internal)
  },
})
