import type { Report } from '../../shared/report/report'
import type { Role } from '../../shared/permissions/rights'
import { joinByInvitation, type MemberProgram } from './committee-program'
import { networkTo, type Network } from './network-between'
import { serveReport, type ServedReport } from './served-report'

/** A host without a window, and the programs of its members; a network that can be cut leads to some of them. */
export interface ServedCommittee {
  readonly host: ServedReport
  readonly network: Network
  readonly join: (name: string, role: Role, over?: 'network') => Promise<MemberProgram>
  /** Ends all of them. */
  readonly end: () => Promise<void>
}

export async function serveCommittee(report: Report): Promise<ServedCommittee> {
  const host = await serveReport(report)
  const network = await networkTo(host.port)
  const programs: MemberProgram[] = []
  return {
    host,
    network,
    join: async (name, role, over) => {
      const link = await host.invite(name, role, over ? network.port : undefined)
      const program = await joinByInvitation(link)
      programs.push(program)
      return program
    },
    end: async () => {
      await Promise.all(programs.map(program => program.close()))
      await network.close()
      await host.remove()
    },
  }
}
