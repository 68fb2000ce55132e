import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A way to a host on this computer that can be cut, as a network cable can. */
export interface Line {
  readonly port: number
  /** Ends every connection, and takes no new ones. */
  readonly cut: () => void
  readonly mend: () => void
  readonly close: () => Promise<void>
}

export async function layLine(to: number): Promise<Line> {
  const ends = new Set<Socket>()
  let isCut = false
  const server = createServer(near => {
    if (isCut) {
      near.resetAndDestroy()
      return
    }
    const far = connect(to, '127.0.0.1')
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end)
      end.pipe(other)
      // The other end hears of it by being destroyed: a cut line has no last words.
      end.on('error', () => other.destroy())
      end.on('close', () => {
        ends.delete(end)
        other.destroy()
      })
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const cut = (): void => {
    isCut = true
    for (const end of ends) end.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    mend: () => (isCut = false),
    close: () =>
      new Promise(resolve => {
        cut()
        server.close(() => resolve())
      }),
  }
}
