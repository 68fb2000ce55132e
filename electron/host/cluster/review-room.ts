import type { Doc } from 'yjs'
import { restFrame, stateFrame, updateFrame, type SyncFrame } from '../../../shared/sync/sync-frames'
import type { Room } from '../committee/shared-report'
import { checkFrame } from '../report-host/check-frame'
import type { Port } from '../report-host/port'
import type { ClusterReport } from './cluster-report'
import { inLine } from './in-line'
import type { ReviewRoom } from './review-rows'

export interface OpenReviewRoom {
  readonly room: Room
  readonly close: () => void
}

/** A room of the review: whatever a peer says has its turn in the database before anybody hears of it. */
export function openReviewRoom(
  report: ClusterReport,
  name: ReviewRoom,
  onShutOut: (error: unknown) => void,
): OpenReviewRoom {
  const doc = report.review.docs[name]
  const ports = new Set<Port>()
  const tell = (update: Uint8Array): void => {
    for (const port of ports) port.send(updateFrame(update))
  }
  doc.on('update', tell)
  return {
    room: {
      enter: ({ member }) => ({
        left: () => undefined,
        serve: port => {
          ports.add(port)
          port.onClose(() => void ports.delete(port))
          const add = (update: Uint8Array): Promise<void> => report.say(name, update, member)
          hear(port, { doc, add, onShutOut })
          port.send(stateFrame(doc))
        },
      }),
    },
    close: () => doc.off('update', tell),
  }
}

interface Talk {
  readonly doc: Doc
  readonly add: (update: Uint8Array) => Promise<void>
  readonly onShutOut: (error: unknown) => void
}

/** One thing after another: the answer to a question says that what came before it is written. */
function hear(port: Port, { doc, add, onShutOut }: Talk): void {
  const line = inLine()
  let [isOpen, hasAnswered] = [true, false]
  const shutOut = (error: unknown): void => {
    if (!isOpen) return
    isOpen = false
    onShutOut(error)
    port.close(error)
  }
  const receive = async (frame: SyncFrame): Promise<void> => {
    if (!isOpen) return
    if (frame.kind === 'state') port.send(restFrame(doc, frame.vector))
    if (frame.kind === 'rest') hasAnswered = true
    if (frame.kind === 'rest' || (frame.kind === 'update' && hasAnswered)) await add(frame.update)
  }
  port.onClose(() => (isOpen = false))
  port.onMessage(message => {
    try {
      const frame = checkFrame(message)
      line(() => receive(frame)).catch(shutOut)
    } catch (error) {
      shutOut(error)
    }
  })
}
