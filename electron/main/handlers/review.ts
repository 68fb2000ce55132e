import type { CommandHandlers } from '../ipc/register-commands'
import type { Caller } from '../program'
import { reportOf } from './report'

export const reviewHandlers: Pick<CommandHandlers<Caller>, 'review.add'> = {
  'review.add': ({ audience, records }, window) => {
    reportOf(window).review.add(audience, records)
    return {}
  },
}
