import { applyUpdate, Doc, encodeStateVector } from 'yjs'
import { Failure } from '../../../shared/ipc/failure'
import { readFields } from '../../../shared/sync/read-report'
import { readInvitation } from '../../../shared/session/invitation'
import { closeCodes } from '../committee/close-codes'
import type { Identity } from '../identity/identity'
import { join, openSession } from '../identity/peer'
import { createReplicaFile } from '../store/report-file'
import { rowsOf, type Membership } from './membership'
import { reachHost } from './reach-host'
import { joinRoom, type OpenSession } from './room'
import { words } from './words'

export type JoinStep = keyof typeof words.steps
export const joinSteps = Object.keys(words.steps) as readonly JoinStep[]

export interface JoinOptions {
  readonly identity: Pick<Identity, 'publicKey' | 'sign'>
  readonly onStep: (step: JoinStep) => void
  readonly signal: AbortSignal
  /** The file of a replica that this computer has already, or null. */
  readonly findReplica: (membership: Pick<Membership, 'report' | 'member' | 'certificate'>) => string | null
  /** A free path for a report of that title. */
  readonly pathFor: (title: string) => string
}

/**
 * Redeems an invitation (link, code, or the words of a file) and fetches the report into a file of its own; gives back
 * its path. Throws a Failure with the reason. May be repeated on the same computer.
 */
export async function joinCommittee(given: string, options: JoinOptions): Promise<string> {
  const { identity, onStep, signal } = options
  const invitation = readInvitation(given)
  if (!invitation) throw new Failure('invalid-input', words.notAnInvitation)
  const { urls } = invitation
  const goOn = (step: JoinStep): void => {
    if (signal.aborted) throw cancelled()
    onStep(step)
  }
  goOn('reach')
  const host = await reachHost(urls, invitation.certificate)
  goOn('join')
  const { report, member, name, unit, role } = await join(host, invitation.secret, identity)
  const { url, certificate } = host
  const addresses = [url, ...urls.filter(other => other !== url)]
  const who = { report, member, name, unit, role }
  const membership: Membership = { ...who, urls: addresses, certificate, revoked: false }
  const there = options.findReplica(membership)
  if (there !== null) return there
  goOn('fetch')
  const { token, ahead } = await openSession(host, report, identity)
  const body = await fetchBody({ host, report, token, ahead }, signal)
  goOn('write')
  const { title, type } = readFields(body)
  const path = options.pathFor((title || type).replaceAll('\n', ' '))
  createReplicaFile(path, { reportId: report, body, kept: rowsOf(membership, encodeStateVector(body)) })
  return path
}

function fetchBody(session: OpenSession, signal: AbortSignal): Promise<Doc> {
  const body = new Doc()
  return new Promise((resolve, reject) => {
    const cancel = (): void => {
      room.close()
      reject(cancelled())
    }
    const room = joinRoom(session, 'body', body, {
      take: (update, origin) => applyUpdate(body, update, origin),
      onSync: () => {
        signal.removeEventListener('abort', cancel)
        room.close()
        resolve(body)
      },
      onAnswer: () => undefined,
      onPresence: () => undefined,
      onEnd: ({ code }) => reject(whyNot(code)),
      onBug: reject,
    })
    signal.addEventListener('abort', cancel, { once: true })
  })
}

const cancelled = (): Failure => new Failure('cancelled', words.cancelled)

const whyNot = (code: number): Failure =>
  code === closeCodes.otherVersion
    ? new Failure('newer-version', words.otherVersion)
    : new Failure('not-ready', words.hostGaveUp)
