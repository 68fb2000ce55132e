import type { IncomingMessage } from 'node:http'

const patience = 10_000

/** A request's body as JSON; undefined for one that is too large, too slow or no JSON. Reads no further than it must. */
export async function readBody(request: IncomingMessage, largest: number): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > largest) return undefined
  const timeUp = setTimeout(() => request.destroy(), patience)
  try {
    return parse(await gather(request, largest))
  } finally {
    clearTimeout(timeUp)
  }
}

async function gather(request: IncomingMessage, largest: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > largest) return ''
      chunks.push(chunk)
    }
  } catch (error) {
    // The other side went away, or was too slow.
    if (error instanceof Error) return ''
    throw error
  }
  return Buffer.concat(chunks).toString()
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
