import type { CommandHandlers } from '../ipc/register-commands'
import type { Caller, Program } from '../program'
import { appHandlers } from './app'
import { approvalHandlers } from './approval'
import { committeeHandlers } from './committee'
import { comparisonHandlers } from './comparison'
import { draftHandlers } from './drafts'
import { exportHandlers } from './export'
import { importHandlers } from './import'
import { membershipHandlers } from './membership'
import { menuHandlers } from './menu'
import { paperHandlers } from './paper'
import { readFileHandlers } from './read-file'
import { recentHandlers } from './recent'
import { reportHandlers } from './report'
import { reviewHandlers } from './review'
import { seenHandlers } from './seen'
import { trayHandlers } from './tray'
import { versionHandlers } from './versions'

/** Every command of the contract, by subject. */
export const allHandlers = (program: Program): CommandHandlers<Caller> => ({
  ...appHandlers(program),
  ...recentHandlers(program),
  ...reportHandlers(program),
  ...importHandlers(program),
  ...readFileHandlers(program),
  ...comparisonHandlers(program),
  ...exportHandlers(program),
  ...membershipHandlers(program),
  ...paperHandlers(program),
  ...approvalHandlers(program),
  ...versionHandlers(program),
  ...menuHandlers,
  ...trayHandlers,
  ...reviewHandlers,
  ...seenHandlers,
  ...draftHandlers,
  ...committeeHandlers(program),
  'task.cancel': ({ taskId }, window) => {
    program.tasks.cancel(window, taskId)
    return {}
  },
})
