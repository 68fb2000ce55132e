import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import type { Denial } from '../../../shared/sync/denial'
import { RefusedChange } from '../committee/refused-change'
import { checkFrame } from '../report-host/check-frame'
import type { Port } from '../report-host/port'

/** What a window typed that the report does not take. */
export interface RefusedText {
  /** The report as the window has it. */
  readonly typed: Doc
  /** The report as it is. */
  readonly report: Doc
  readonly denial: Denial
}

export interface RefusalListener {
  /** A change was refused: the window has to be given a new port, and so a new replica. */
  readonly onRefusal: (denial: Denial) => void
  /** The window has let go of the old one; nothing can follow. */
  readonly onGathered: (refused: RefusedText) => void
}

/** How long a window may take to go over to its new replica, in ms. */
const patience = 5000

/**
 * A window's port that outlives a refusal: what is typed until the window has its new replica would else be lost with
 * the old one.
 */
export function catchRefusals(port: Port, body: Doc, { onRefusal, onGathered }: RefusalListener): Port {
  let latest: unknown
  let gathering: RefusedText | null = null
  let timeUp: NodeJS.Timeout | undefined

  const finish = (): void => {
    if (!gathering) return
    const refused = gathering
    gathering = null
    clearTimeout(timeUp)
    onGathered(refused)
  }
  const begin = (denial: Denial): void => {
    const state = encodeStateAsUpdate(body)
    gathering = { typed: copyOf(state), report: copyOf(state), denial }
    gather(latest, gathering.typed)
    timeUp = setTimeout(() => {
      port.close()
      finish()
    }, patience)
    onRefusal(denial)
  }
  port.onClose(finish)
  return {
    send: message => {
      if (!gathering) port.send(message)
    },
    onMessage: listener =>
      port.onMessage(message => {
        latest = message
        if (gathering) gather(message, gathering.typed)
        else listener(message)
      }),
    onClose: listener => port.onClose(listener),
    close: why => {
      if (why instanceof RefusedChange) begin(why.denial)
      else port.close(why)
    },
  }
}

function copyOf(state: Uint8Array): Doc {
  const copy = new Doc()
  applyUpdate(copy, state)
  return copy
}

/** Takes a message's change in, as far as it is one. */
function gather(message: unknown, typed: Doc): void {
  try {
    const frame = checkFrame(message)
    if (frame.kind === 'update' || frame.kind === 'rest') applyUpdate(typed, frame.update)
  } catch (error) {
    // A page gone wrong. What it said before still counts.
    if (!(error instanceof Error)) throw error
  }
}
