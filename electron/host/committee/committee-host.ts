import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { schemaVersion } from '../../../shared/report/schema-version'
import { closeCodes } from './close-codes'
import { defaultLimits, type Limits } from './limits'
import { isRoomName, readAddress, type RoomName } from './room-names'
import { isClosed, type Closed, type Session, type SessionDoor } from './session-door'
import { roomsOf, type OpenRooms, type Room, type SharedReport } from './shared-report'
import { SocketPort } from './socket-port'

export interface CommitteeHostOptions {
  readonly door: SessionDoor
  readonly limits?: Partial<Limits>
}

interface Connection {
  readonly reportId: string
  readonly room: RoomName
  readonly session: Session
  readonly port: SocketPort
}

interface Shared extends Pick<OpenRooms, 'rooms' | 'mayEnter'> {
  readonly stop: () => void
}

interface Entrance {
  readonly reportId: string
  readonly name: RoomName
  readonly room: Room
  readonly network: Duplex
}

/** How long peers may take to say goodbye when the host stops, in ms. */
const farewell = 2000
const longestTimer = 2_000_000_000

/** Lets members of a committee into the reports that are shared, over a server that somebody else set up. */
export class CommitteeHost {
  private readonly limits: Limits
  private readonly sockets: WebSocketServer
  private readonly reports = new Map<string, Shared>()
  private readonly connections = new Set<Connection>()
  private readonly heart: NodeJS.Timeout

  constructor(
    private readonly server: Server,
    private readonly options: CommitteeHostOptions,
  ) {
    this.limits = { ...defaultLimits, ...options.limits }
    this.sockets = new WebSocketServer({
      noServer: true,
      maxPayload: this.limits.message,
      perMessageDeflate: false,
      clientTracking: false,
    })
    server.on('upgrade', this.upgrade)
    this.heart = setInterval(() => {
      for (const { port } of this.connections) port.beat()
    }, this.limits.heartbeat)
    this.heart.unref()
  }

  /** How many connections there are: a member's program has one for each room. */
  get size(): number {
    return this.connections.size
  }

  /** Opens a report's rooms to its members, until the returned function is called. */
  share(report: SharedReport): () => void {
    return this.open(roomsOf(report))
  }

  /** As `share`, for rooms that something else keeps. */
  open(report: OpenRooms): () => void {
    const forget = report.onRevoked(member => {
      this.endAll(
        at => at.reportId === report.id && at.session.member === member,
        closeCodes.noSession,
        'revoked',
      )
    })
    const { rooms, mayEnter } = report
    const stopLooking = report.onChange(() => {
      const isOut = ({ reportId, session, room }: Connection): boolean =>
        reportId === report.id && !mayEnter(session.member, room)
      this.endAll(isOut, noSuchRoom.code, noSuchRoom.reason)
    })
    const stop = (): void => {
      forget()
      stopLooking()
      this.reports.delete(report.id)
      this.endAll(at => at.reportId === report.id, closeCodes.stopping, 'stopping')
    }
    this.reports.set(report.id, { rooms, mayEnter, stop })
    return stop
  }

  /** Lets go of every peer. What they wrote is the rooms' affair, as is closing those. */
  async close(): Promise<void> {
    clearInterval(this.heart)
    this.server.off('upgrade', this.upgrade)
    const closed = new Promise<void>(resolve => this.server.close(() => resolve()))
    for (const { stop } of [...this.reports.values()]) stop()
    // Kept-alive connections of plain requests would hold the server open.
    this.server.closeIdleConnections()
    const timeUp = setTimeout(() => this.server.closeAllConnections(), farewell)
    await closed
    clearTimeout(timeUp)
  }

  private readonly upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy())
    this.sockets.handleUpgrade(request, socket, head, accepted => {
      // Only after the handshake can a peer be told why; until it is let in it is sent nothing and not listened to.
      const closed = this.letIn(accepted, request)
      if (closed) turnAway(accepted, closed)
    })
  }

  /** Why somebody may not come in; null for one who did. */
  private letIn(socket: WebSocket, request: IncomingMessage): Closed | null {
    const address = readAddress(request.url)
    if (!address) return noSession
    const { reportId, room, params } = address
    const session = this.options.door.enter({ ...address, from: request.socket.remoteAddress ?? '' })
    if (isClosed(session)) return session
    const report = this.reports.get(reportId)
    const name = report ? roomFor(session, room, report) : null
    const closed = report ? this.closedFor(session, name, params) : noSession
    if (report && name && !closed)
      this.connect(socket, session, { reportId, name, room: report.rooms[name], network: request.socket })
    else session.left()
    return closed
  }

  private closedFor({ member }: Session, room: RoomName | null, params: URLSearchParams): Closed | null {
    if (!room) return noSuchRoom
    if (params.get('schema') !== String(schemaVersion))
      return { code: closeCodes.otherVersion, reason: 'version' }
    const ofMember = [...this.connections].filter(({ session }) => session.member === member)
    if (ofMember.length < this.limits.connectionsOfMember) return null
    return { code: closeCodes.tryAgain, reason: 'connections' }
  }

  private connect(socket: WebSocket, session: Session, at: Entrance): void {
    const port = new SocketPort(socket, at.network, this.limits)
    const connection: Connection = { reportId: at.reportId, room: at.name, session, port }
    const entered = at.room.enter(session, this.limits.presence)
    const ending = endAtTime(session, () => port.end(closeCodes.noSession, 'ended'))
    this.connections.add(connection)
    port.onClose(() => {
      clearTimeout(ending)
      entered.left()
      session.left()
      this.connections.delete(connection)
    })
    entered.serve(port)
  }

  private endAll(which: (connection: Connection) => boolean, code: number, reason: string): void {
    for (const connection of [...this.connections]) if (which(connection)) connection.port.end(code, reason)
  }
}

function endAtTime({ endsAt }: Session, end: () => void): NodeJS.Timeout | undefined {
  if (endsAt === null) return undefined
  return setTimeout(end, Math.min(endsAt - Date.now(), longestTimer)).unref()
}

/** Null for one that does not exist, also where it exists for others. */
const roomFor = ({ member }: Session, room: string, { mayEnter }: Shared): RoomName | null =>
  isRoomName(room) && mayEnter(member, room) ? room : null

const noSuchRoom: Closed = { code: closeCodes.noSuchRoom, reason: 'room' }
const noSession: Closed = { code: closeCodes.noSession, reason: 'session' }

function turnAway(socket: WebSocket, { code, reason }: Closed): void {
  socket.on('error', () => undefined)
  socket.close(code, reason)
  setTimeout(() => socket.terminate(), farewell).unref()
}
