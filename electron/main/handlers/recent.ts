import type { CommandHandlers } from '../ipc/register-commands'
import type { Caller, Program } from '../program'

type RecentCommands = 'recent.list' | 'recent.forget'

export const recentHandlers = ({
  recent,
  chosen,
}: Program): Pick<CommandHandlers<Caller>, RecentCommands> => ({
  'recent.list': () => {
    const reports = recent.list()
    chosen.add(...reports.map(report => report.path))
    return reports
  },
  'recent.forget': ({ path }) => recent.forget(path),
})
