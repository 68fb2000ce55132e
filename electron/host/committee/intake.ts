import type { RawData, WebSocket } from 'ws'
import type { Limits } from './limits'
import { createBucket } from './rate'

/** An answer to "what do I lack" may be the whole report, prepared long ago: it costs the network, not the host. */
const costOfState = 30

/**
 * Hands over what a socket brings, in order and no faster than the limits allow; the rest waits in the network. What
 * is no bytes comes as null.
 */
export function takeIn(socket: WebSocket, limits: Limits, hear: (message: Uint8Array | null) => void): void {
  const messages = createBucket(limits.messages, limits.burst)
  const bytes = createBucket(limits.bytes, limits.burst)
  // Whatever a few bytes set off (headings that move half the report, a question about all of it), nobody may repeat it
  // so often that others wait.
  const work = createBucket(limits.work, limits.burst)
  // A pause stops the network only; the many small messages of one packet still come.
  const queue: (Uint8Array | null)[] = []

  const wait = (): number => Math.max(messages.wait(), bytes.wait(), work.wait())
  const pass = (message: Uint8Array | null): void => {
    const isState = message?.[0] === 0 && message[1] === 0
    messages.take(isState ? costOfState : 1)
    bytes.take(message?.length ?? 0)
    const start = performance.now()
    hear(message)
    work.take(performance.now() - start)
  }
  const hold = (): void => {
    socket.pause()
    setTimeout(drain, wait()).unref()
  }
  const drain = (): void => {
    while (queue.length > 0 && wait() === 0) pass(queue.shift() ?? null)
    if (queue.length > 0) hold()
    else socket.resume()
  }
  socket.on('message', (data: RawData, isBinary) => {
    const message = isBinary && data instanceof Uint8Array ? data : null
    if (queue.length === 0 && wait() === 0) pass(message)
    else if (queue.push(message) === 1) hold()
  })
}
