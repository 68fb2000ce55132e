import type { Document } from '@hocuspocus/server'
import { removeAwarenessStates } from 'y-protocols/awareness'
import { z } from 'zod'

/*
 * Hocuspocus 4.7 loses it on the way between instances when somebody leaves: it decodes awareness into states before it
 * passes it on, and one who left has none. So instances tell each other in a message of their own kind, which peers can
 * neither send nor see.
 */
const Left = z.array(z.int().nonnegative())

/** Tells all instances that nobody is behind these client ids any more. */
export function tellLeft(document: Document | undefined, clients: readonly number[]): void {
  document?.broadcastStateless(JSON.stringify(clients))
}

/** Takes them out of who is here; said again for each connection of the document, which is without effect. */
export function hearLeft(document: Document | undefined, message: string): void {
  if (document) removeAwarenessStates(document.awareness, Left.parse(JSON.parse(message)), null)
}
