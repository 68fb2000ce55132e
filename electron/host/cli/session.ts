import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../../../shared/ipc/failure'
import { schemaVersion } from '../../../shared/report/schema-version'
import { readInvitation, type GivenInvitation } from '../../../shared/session/invitation'
import type { Role } from '../../../shared/permissions/rights'
import { roomName, rooms, type RoomKind } from '../../../shared/session/messages'
import { openIdentity } from '../identity/identity'
import { hostOf, join as joinHost, openSession } from '../identity/peer'
import type { Command } from './command'
import { parseArguments } from './parse-arguments'
import { words } from './words'

export const sessionCommand: Command = {
  name: 'session',
  synopsis: 'GIẤY_MỜI [--keys THƯ_MỤC] [--json]',
  summary: words.summaries.session,
  async run(args, output) {
    const { file: given, values } = parseArguments(args, {
      keys: { type: 'string' },
      json: { type: 'boolean', default: false },
    })
    const invitation = read(given)
    const identity = openIdentity(keyPathOf(invitation, values.keys))
    const host = await hostOf(invitation)
    const { report, ...member } = await joinHost(host, invitation.secret, identity)
    const { token, expires } = await openSession(host, report, identity)
    const session = {
      url: host.url,
      params: { token, schema: String(schemaVersion) },
      rooms: Object.fromEntries(roomsFor(member.role).map(room => [room, roomName(report, room)])),
      certificate: host.pem === null ? null : { fingerprint: host.certificate, pem: host.pem },
      report,
      member,
      expires,
    }
    output.out(
      values.json ? JSON.stringify(session, null, 2) : words.members.session(member.name, host.url, expires),
    )
  },
}

/** For all others there is no room of the leaders. */
const roomsFor = (role: Role): RoomKind[] => rooms.filter(room => room !== 'leaders' || role === 'leader')

/** A file, or the invitation itself. */
function read(given: string): GivenInvitation {
  const text = existsSync(given) ? readFileSync(given, 'utf8') : given
  const invitation = readInvitation(text)
  if (!invitation) throw new Failure('invalid-input', words.members.notAnInvitation)
  return invitation
}

/**
 * One key for each invitation: a script may speak for several members. Named by a hash of the secret, so that the same
 * invitation finds its key again.
 */
function keyPathOf({ secret }: GivenInvitation, folder: string | undefined): string {
  const own = process.env['DU_THAO_KEYS'] ?? join(homedir(), '.config', 'du-thao', 'keys')
  const name = createHash('sha256').update(secret).digest('hex').slice(0, 24)
  return join(folder ?? own, `${name}.json`)
}
