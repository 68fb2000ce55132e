import type { CommandHandlers } from '../ipc/register-commands'
import type { Caller } from '../program'
import { reportOf } from './report'

type SeenCommands = 'seen.mark' | 'seen.pieces'

/** What the person has seen of the report; the window knows what was on its screen. */
export const seenHandlers: Pick<CommandHandlers<Caller>, SeenCommands> = {
  'seen.mark': ({ looks, order }, window) => {
    reportOf(window).seen.mark(looks, order)
    return {}
  },
  'seen.pieces': ({ names }, window) => ({ pieces: reportOf(window).seen.pieces(names) }),
}
