import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A stretch of network on which one direction of open WebSockets may stand still. Requests always pass. */
export interface HeldNetwork {
  readonly url: string
  readonly hold: (direction: Direction) => void
  /** What stood still goes on, in order. */
  readonly release: (direction: Direction) => void
  readonly close: () => Promise<void>
}

export type Direction = 'to-host' | 'from-host'

const endOfHead = Buffer.from('\r\n\r\n')

export async function holdableNetworkTo(port: number): Promise<HeldNetwork> {
  const held = new Map<Direction, (() => void)[]>()
  const sockets = new Set<Socket>()
  /** The first message, up to the end of its head, always passes. */
  const pass = (from: Socket, to: Socket, direction: Direction): void => {
    const write = (bytes: Buffer): void => {
      const waiting = held.get(direction)
      if (waiting) waiting.push(() => to.write(bytes))
      else to.write(bytes)
    }
    from.once('data', (first: Buffer) => {
      const end = first.indexOf(endOfHead) + endOfHead.length
      to.write(first.subarray(0, end))
      const isSocket = first
        .subarray(0, end)
        .toString('latin1')
        .toLowerCase()
        .includes('\nupgrade: websocket')
      if (end < first.length) (isSocket ? write : to.write.bind(to))(first.subarray(end))
      from.on('data', isSocket ? write : (bytes: Buffer) => to.write(bytes))
    })
  }
  const server = createServer(near => {
    const far = connect({ port, host: '127.0.0.1' })
    for (const [end, other] of [[near, far] as const, [far, near] as const]) {
      sockets.add(end)
      end.on('error', () => undefined)
      end.on('close', () => {
        sockets.delete(end)
        other.destroy()
      })
    }
    pass(near, far, 'to-host')
    pass(far, near, 'from-host')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hold: direction => void held.set(direction, held.get(direction) ?? []),
    release: direction => {
      const waiting = held.get(direction) ?? []
      held.delete(direction)
      for (const write of waiting) write()
    },
    close: async () => {
      const closed = new Promise(resolve => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
