import { Redis as RedisExtension } from '@hocuspocus/extension-redis'
import { Hocuspocus, type Document } from '@hocuspocus/server'
import { Redis } from 'ioredis'
import { createShownClients, guestAwareness } from '../committee/who-is-here'
import type { Room } from '../committee/shared-report'
import type { ClusterReport } from './cluster-report'
import { connectFrames, type PeerContext } from './frame-adapter'

export interface BodiesOptions {
  /** Address of Redis. */
  readonly redis: string
  readonly reportOf: (id: string) => ClusterReport | undefined
  /** Hears why a peer was shut out. */
  readonly onShutOut: (error: unknown) => void
  readonly onBug: (error: unknown) => void
}

/** The bodies of all reports that somebody has open here, in Hocuspocus. */
export interface Bodies {
  readonly roomOf: (report: ClusterReport) => Room
  readonly close: () => Promise<void>
}

/** The longest that a timer takes: signs of life are the network host's affair. */
const never = 2_147_483_647
const updateMessages = [1, 2]

export function openBodies({ redis, reportOf, onShutOut, onBug }: BodiesOptions): Bodies {
  const hocuspocus = new Hocuspocus<PeerContext>({
    quiet: true,
    timeout: never,
    extensions: [new RedisExtension({ createClient: () => connect(redis, onBug), prefix: 'du-thao' })],
    onLoadDocument: async ({ document, documentName }) => {
      try {
        await reportOf(documentName)?.show(document)
      } catch (error) {
        // Hocuspocus forgets a document that could not be loaded; the clock of its awareness would run for ever.
        document.destroy()
        throw error
      }
    },
    // Awaited before Hocuspocus applies the message; by then it is applied, so that is without effect.
    beforeSync: async ({ type, payload, context }) => {
      if (updateMessages.includes(type)) await context.admit(payload)
    },
  })
  return {
    roomOf: report => roomOf(report, hocuspocus, onShutOut),
    close: async () => {
      await unloaded(hocuspocus)
      await hocuspocus.hooks('onDestroy', { instance: hocuspocus })
    },
  }
}

/** How long to wait at the end, in ms: Hocuspocus puts a document away a second after the last peer has left. */
const patience = 3000

async function unloaded({ documents }: Hocuspocus<PeerContext>): Promise<void> {
  const until = Date.now() + patience
  while (documents.size > 0 && Date.now() < until) await new Promise(resolve => setTimeout(resolve, 50))
}

function connect(address: string, onBug: (error: unknown) => void): Redis {
  const { protocol, hostname, port, username, password, pathname } = new URL(address)
  const client = new Redis({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || 6379),
    db: Number(pathname.slice(1) || 0),
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' && { tls: {} }),
    // It waits for Redis rather than giving up: peers of one instance go on without it.
    maxRetriesPerRequest: null,
  })
  client.on('error', onBug)
  return client
}

function roomOf(
  report: ClusterReport,
  hocuspocus: Hocuspocus<PeerContext>,
  onShutOut: (error: unknown) => void,
): Room {
  const shown = createShownClients(
    client =>
      report.clients.ownerOf(client) ?? shownElsewhere(hocuspocus.documents.get(report.reportId), client),
  )
  return {
    enter: (session, pace) => {
      const guest = guestAwareness(session, shown, pace)
      return {
        left: guest.left,
        serve: port => {
          const admit = async (update: Uint8Array): Promise<void> => {
            try {
              await report.change(update, session.member)
            } catch (error) {
              onShutOut(error)
              port.close(error)
              throw new ShutOut()
            }
          }
          const { awareness } = guest
          connectFrames(hocuspocus, port, {
            document: report.reportId,
            context: { admit },
            awareness,
            onShutOut,
          })
        },
      }
    },
  }
}

/** Names are the hosts' own, so what another instance shows says whose a client id is. */
function shownElsewhere(document: Document | undefined, client: number): string | undefined {
  const state = document?.awareness.getStates().get(client) as { user?: { id?: string } } | undefined
  return state?.user?.id
}

/** Tells Hocuspocus to drop a message. It writes to the log whatever is thrown, so this says nothing of a stranger's. */
class ShutOut extends Error {
  override readonly name = 'ShutOut'
  override readonly stack = 'ShutOut'
}
