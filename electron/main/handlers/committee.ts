import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readMembership } from '../../host/peer/membership'
import { askAsMember, inviteAsMember } from '../../host/sharing/member-ledger'
import { usualPort } from '../../host/sharing/usual-port'
import { Failure } from '../../../shared/ipc/failure'
import type { WrittenInvitation } from '../../../shared/ipc/sharing'
import { readInvitation } from '../../../shared/session/invitation'
import { askWhere } from '../files/ask-where'
import { plainFileName } from '../files/plain-file-name'
import type { CommandHandlers } from '../ipc/register-commands'
import type { Caller, Program } from '../program'
import { isAboutWork, withLedger } from '../reports/ledger-alone'
import { titleOf } from '../reports/open-reports'
import { words } from '../words'
import { reportOf } from './report'

type SharingCommands =
  | 'committee.share'
  | 'committee.stopSharing'
  | 'committee.state'
  | 'committee.command'
  | 'committee.invite'
  | 'committee.saveInvitation'

/** Sharing a report, and the ledger of whichever machine hosts it. */
export const committeeHandlers = (program: Program): Pick<CommandHandlers<Caller>, SharingCommands> => ({
  'committee.share': async ({ name, unit, port }, window) => {
    const report = reportOf(window)
    if (readMembership(report.host.store)) throw new Failure('not-allowed', words.sharedElsewhere)
    await report.committee.sharing.start({ name, unit }, port ?? Number(usualPort))
    program.person.write({ name, unit })
    return {}
  },
  'committee.stopSharing': (_input, window) => {
    reportOf(window).committee.sharing.stop()
    return {}
  },
  'committee.state': (_input, window) => {
    const { state, ledger, sharingView } = reportOf(window).committee
    return { state, ledger, sharing: sharingView, person: program.person.read() }
  },
  'committee.command': async ({ command }, window) => {
    const { host, committee } = reportOf(window)
    const elsewhere = readMembership(host.store)
    if (!elsewhere && isAboutWork(command)) withLedger(reportOf(window), program)
    const done = elsewhere
      ? await askAsMember(elsewhere, program.identity(), command)
      : committee.sharing.run(command)
    return { member: done.member }
  },
  'committee.invite': (wish, window): WrittenInvitation | Promise<WrittenInvitation> => {
    const report = reportOf(window)
    const elsewhere = readMembership(report.host.store)
    if (!elsewhere) return report.committee.sharing.invite(wish)
    return inviteAsMember(elsewhere, program.identity(), { wish, title: titleOf(report) })
  },
  'committee.saveInvitation': async ({ name, file }, window) => {
    // A page writes invitations this way, and nothing else.
    if (!readInvitation(file)) throw new Failure('invalid-input', words.invalidInput)
    const path = await askWhere(window, {
      title: words.saveInvitation,
      path: join(dirname(reportOf(window).path), `${plainFileName(words.invitationFor(name))}.giaymoi`),
      kind: words.invitations,
      extension: '.giaymoi',
    })
    if (path === null) return { path }
    mkdirSync(dirname(path), { recursive: true })
    // Whoever can read it can join in the person's place.
    writeFileSync(path, file, { mode: 0o600 })
    return { path }
  },
})
