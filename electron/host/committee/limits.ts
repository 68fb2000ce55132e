/** What one connection may cost the host. Sizes in bytes, times in milliseconds. */
export interface Limits {
  /** One message; a larger one ends the connection before it is read whole. */
  readonly message: number
  /** Not yet taken by a slow reader; above it the connection ends, and the peer fetches what it lacks later. */
  readonly unsent: number
  /** A second, on average; what comes faster waits in the network. */
  readonly messages: number
  readonly bytes: number
  /** Milliseconds of the host's time, likewise: what a message costs to judge, to apply and to answer is known afterwards. */
  readonly work: number
  /** How much of the above may come at once, in seconds of it. */
  readonly burst: number
  /** Between two signs of life; one that gave none in between is dropped. */
  readonly heartbeat: number
  /** Between two cursor positions that are passed on. */
  readonly presence: number
  readonly connectionsOfMember: number
}

export const defaultLimits: Limits = {
  // Above what the gate takes (16 MB), so that an honest peer hears why.
  message: 32_000_000,
  unsent: 16_000_000,
  messages: 300,
  bytes: 2_000_000,
  // A key takes 0.02 ms; a report of 1 000 pages that comes whole takes half a second.
  work: 200,
  burst: 10,
  // y-websocket closes by itself after 30 s of silence.
  heartbeat: 12_000,
  presence: 200,
  // Four rooms for each of a member's machines.
  connectionsOfMember: 40,
}
