import { keepDraft } from '../../host/review/kept-drafts'
import type { CommandHandlers } from '../ipc/register-commands'
import type { Caller } from '../program'
import { reportOf } from './report'

export const draftHandlers: Pick<CommandHandlers<Caller>, 'draft.keep'> = {
  'draft.keep': ({ name, draft }, window) => {
    keepDraft(reportOf(window).host.store, name, draft)
    return {}
  },
}
