import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Failure } from '../../../shared/ipc/failure'
import { grantsFor } from '../../../shared/ledger/grants-for'
import { roles, type Role } from '../../../shared/permissions/rights'
import { readReport } from '../../../shared/sync/read-report'
import { isOnThisComputer } from '../../../shared/session/host-url'
import { Invitation, toInvitationFile, toInvitationLink } from '../../../shared/session/invitation'
import { toInvitationCode } from '../../../shared/session/invitation-code'
import { urlsOf } from '../committee/addresses'
import { openCertificate } from '../identity/certificate'
import { certificatePathOf } from '../identity/host-card'
import { askLedger, contentsOf, placeOf, type Place } from './ask-ledger'
import { UsageError, type Command } from './command'
import { findSections } from './find-sections'
import { parseArguments } from './parse-arguments'
import { usualPort } from '../sharing/usual-port'
import { words } from './words'

export const inviteCommand: Command = {
  name: 'invite',
  synopsis:
    'BÁO_CÁO.duthao --role VAI_TRÒ [--sections MỤC,…] [--name TÊN] [--unit ĐƠN_VỊ] [--expires 7d] [--member MÃ] [--url wss://…] [--data THƯ_MỤC] [-o TỆP] [--json]',
  summary: words.summaries.invite,
  async run(args, output) {
    const { file, values } = parseArguments(args, {
      role: { type: 'string' },
      name: { type: 'string' },
      unit: { type: 'string', default: '' },
      sections: { type: 'string' },
      member: { type: 'string' },
      expires: { type: 'string', default: '7d' },
      url: { type: 'string', multiple: true },
      data: { type: 'string' },
      out: { type: 'string', short: 'o' },
      json: { type: 'boolean', default: false },
    })
    const expires = readExpiry(values.expires, Date.now())
    const role = readRole(values.role, values.member)
    const place = placeOf(file, values.data)
    const { reportId, body } = contentsOf(place)
    const report = readReport(body)
    const { urls, certificate } = addressOf(place, values.url)
    const sections = values.sections === undefined ? null : findSections(report, values.sections)
    const grants = grantsFor(role, sections)
    const asked = values.member
      ? { kind: 'member.inviteAgain', member: values.member, expires }
      : {
          ...{ kind: 'member.invite', name: values.name ?? words.members.roles[role], unit: values.unit },
          ...{ role, grants, expires },
        }
    const { member, secret } = await askLedger(place, reportId, asked)
    const title = report.fields.title.replaceAll('\n', ' ').slice(0, 300) || basename(file)
    const invitation = Invitation.parse({
      ...{ kind: 'duthao-invite', version: 1, urls, report: reportId, certificate, secret, expires, title },
    })
    if (values.out !== undefined) writeFileSync(values.out, toInvitationFile(invitation), { mode: 0o600 })
    const [link, code] = [toInvitationLink(invitation), toInvitationCode(invitation)]
    if (values.json) output.out(JSON.stringify({ ...invitation, member, link, code }, null, 2))
    else {
      output.out(link)
      if (code !== null) output.err(words.members.code(code))
      output.err(words.members.expires(expires))
    }
  },
}

function readRole(given: string | undefined, member: string | undefined): Role {
  const role = roles.find(known => known === given)
  // A member who is invited again keeps the role.
  if (!role && member === undefined) throw new UsageError(words.members.role(roles.join(', ')))
  return role ?? 'reader'
}

/** `12h`, `7d`, a day (its end is meant), or a whole ISO time. Throws a UsageError for anything else. */
function readExpiry(given: string, now: number): string {
  const [, count, unit] = /^(\d{1,4})([hd])$/.exec(given) ?? []
  const day = /^\d{4}-\d\d-\d\d$/.test(given) ? `${given}T23:59:59` : given
  const time = count ? now + Number(count) * (unit === 'h' ? 3_600_000 : 86_400_000) : Date.parse(day)
  if (Number.isNaN(time)) throw new UsageError(words.members.badExpiry(given))
  return new Date(time).toISOString()
}

/** As the host of the folder is reached, or will be once it is started as it was last time or with its usual settings. */
function addressOf({ card, hostFolder }: Place, given: readonly string[] | undefined) {
  const own = (): string => openCertificate(certificatePathOf(hostFolder)).fingerprint
  if (!given) return card ?? { urls: urlsOf('0.0.0.0', Number(usualPort), 'wss'), certificate: own() }
  const isPlain = given.every(url => url.startsWith('ws:') && isOnThisComputer(url))
  const urls = Invitation.shape.urls.safeParse(given)
  if (!urls.success || (!isPlain && given.some(url => url.startsWith('ws:'))))
    throw new Failure('invalid-input', words.members.badUrl)
  return { urls: urls.data, certificate: isPlain ? 'loopback' : own() }
}
