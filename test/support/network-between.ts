import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A stretch of network between peers and a host that can be cut, and that may change what is asked. */
export interface Network {
  readonly port: number
  readonly url: string
  /** Changes the beginning of what a connection asks, in text. */
  change: (head: string) => string
  /** Breaks every connection, and lets none through until `mend`. */
  readonly cut: () => void
  readonly mend: () => void
  /** All bytes of each connection that went to the host. */
  readonly sent: readonly Buffer[][]
  readonly close: () => Promise<void>
}

export async function networkTo(port: number): Promise<Network> {
  const sockets = new Set<Socket>()
  const sent: Buffer[][] = []
  let isCut = false
  const server = createServer(near => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect({ port, host: '127.0.0.1' })
    const ends = [near, far]
    const bytes: Buffer[] = []
    sent.push(bytes)
    near.on('data', (chunk: Buffer) => bytes.push(chunk))
    for (const end of ends) {
      sockets.add(end)
      end.on('error', () => undefined)
      end.on('close', () => {
        sockets.delete(end)
        for (const other of ends) other.destroy()
      })
    }
    near.once('data', (head: Buffer) => {
      far.write(Buffer.from(network.change(head.toString('latin1')), 'latin1'))
      near.pipe(far)
    })
    far.pipe(near)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const breakAll = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  const { port: here } = server.address() as AddressInfo
  const network: Network = {
    port: here,
    url: `ws://127.0.0.1:${here}`,
    sent,
    change: head => head,
    cut: () => {
      isCut = true
      breakAll()
    },
    mend: () => void (isCut = false),
    close: async () => {
      const closed = new Promise(resolve => server.close(resolve))
      breakAll()
      await closed
    },
  }
  return network
}
