import type { Port } from '../../electron/host/report-host/port'

/** Two ends of a channel within one process; messages arrive in order, a little later. */
export function portPair(): [Port, Port] {
  const a = new End()
  const b = new End()
  a.other = b
  b.other = a
  return [a, b]
}

class End implements Port {
  other: End | undefined
  private isOpen = true
  private readonly messages: ((message: unknown) => void)[] = []
  private readonly closed: (() => void)[] = []

  send(message: unknown): void {
    queueMicrotask(() => this.other?.hear(message))
  }

  onMessage(listener: (message: unknown) => void): void {
    this.messages.push(listener)
  }

  onClose(listener: () => void): void {
    this.closed.push(listener)
  }

  close(): void {
    this.shut()
    this.other?.shut()
  }

  private hear(message: unknown): void {
    if (this.isOpen) for (const listener of this.messages) listener(message)
  }

  private shut(): void {
    if (!this.isOpen) return
    this.isOpen = false
    for (const listener of this.closed) listener()
  }
}
