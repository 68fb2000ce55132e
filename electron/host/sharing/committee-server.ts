import { createServer as createPlainServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { Failure } from '../../../shared/ipc/failure'
import { urlsOf } from '../committee/addresses'
import { CommitteeHost } from '../committee/committee-host'
import { roomsOf, type OpenRooms, type SharedReport } from '../committee/shared-report'
import type { HostCertificate } from '../identity/certificate'
import { openDoor } from '../identity/door'
import { Sessions, type SharedLedger } from '../identity/sessions'
import { watchDoor, type Visits } from './visits'
import { words } from './words'

export interface ServerOptions {
  /** Null: plain, and only for this computer. */
  readonly tls: HostCertificate | null
  /** Secret for commands of the operator; without it nobody may give any. */
  readonly control?: string
  /** Hears of what nobody expected. */
  readonly onBug: (error: unknown) => void
}

/** Lets committees in, over one port of this computer. */
export interface CommitteeServer {
  /** sha256 of the certificate, or "loopback". */
  readonly certificate: string
  /** Opens a report to its members, until the returned function is called. */
  readonly share: (ledger: SharedLedger, shared: SharedReport) => () => void
  /** As `share`, for rooms that something else keeps. */
  readonly open: (ledger: SharedLedger, rooms: OpenRooms) => () => void
  readonly visits: Visits
  /** `port` 0: any that is free. Resolves with the port. Throws a Failure where it is taken or not allowed. */
  readonly listen: (host: string, port: number) => Promise<number>
  /** Sends everybody away, to come back later. */
  readonly close: () => Promise<void>
}

export function createCommitteeServer({ tls, control, onBug }: ServerOptions): CommitteeServer {
  const certificate = tls?.fingerprint ?? 'loopback'
  const sessions = new Sessions({ certificate })
  const { door, visits } = watchDoor(openDoor({ sessions, onBug, ...(control ? { control } : {}) }))
  const server: Server = tls ? createTlsServer(tls, door.answer) : createPlainServer(door.answer)
  const committee = new CommitteeHost(server, { door })
  const open: CommitteeServer['open'] = (ledger, rooms) => {
    const shut = sessions.share(ledger)
    const stop = committee.open(rooms)
    return () => {
      shut()
      stop()
    }
  }
  return {
    certificate,
    visits,
    open,
    share: (ledger, shared) => open(ledger, roomsOf(shared)),
    listen: (host, port) => listen(server, host, port),
    close: () => committee.close(),
  }
}

/** For y-websocket: `wss://host:port`, the likeliest to be reached first. */
export const addressesOf = ({ certificate }: CommitteeServer, host: string, port: number): string[] =>
  urlsOf(host, port, certificate === 'loopback' ? 'ws' : 'wss')

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => reject(whyNot(error, host, port))
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function whyNot(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Failure('not-allowed', words.portTaken(port))
    case 'EACCES':
      return new Failure('not-allowed', words.portForbidden(port))
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Failure('invalid-input', words.noSuchAddress(host))
    default:
      return error
  }
}
