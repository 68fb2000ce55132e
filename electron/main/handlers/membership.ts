import { joinAndShow } from '../committee/join'
import type { CommandHandlers } from '../ipc/register-commands'
import type { Caller, Program } from '../program'
import { showReport } from '../reports/show-report'
import { reportOf } from './report'

type MembershipCommands = 'committee.join' | 'committee.leave' | 'committee.tryNow'

export const membershipHandlers = (program: Program): Pick<CommandHandlers<Caller>, MembershipCommands> => ({
  'committee.join': async ({ invitation, taskId }, window) => {
    await program.tasks.run(window, taskId, task => joinAndShow(program, window, { invitation, task }))
    return { opened: true }
  },
  'committee.leave': async (_input, window) => {
    const report = reportOf(window)
    await report.host.settle(1000)
    report.committee.leave()
    // Opened anew, it is a report like any other.
    window.release()
    report.close()
    showReport(program, report.path, window)
    return {}
  },
  'committee.tryNow': (_input, window) => {
    reportOf(window).committee.tryNow()
    return {}
  },
})
