/** What the preload script puts into the page as `window.host`: names and plain values only. */
export interface Bridge {
  /** Answers a `Reply` of the contract. Rejects for a name that is no command. */
  readonly ask: (name: string, input: unknown) => Promise<unknown>
  /** Returns how to stop listening. Throws for a name that is no event. */
  readonly listen: (name: string, handler: (payload: unknown) => void) => () => void
  /** Tells the main process that this page now listens for its report; may be told again. */
  readonly ready: () => void
}

declare global {
  interface Window {
    readonly host: Bridge
  }
}

export const bridge = (): Bridge => window.host
