import { PdfEngine } from './pdf/engine'
import { serveIsolated } from '../isolated/serve-isolated'

export interface PdfJob {
  /** Typst source; empty = only get ready. */
  readonly source: string
}

export interface PdfAnswer {
  readonly pdf: Uint8Array
  /** Bytes that the process holds: the engine never gives memory back (about 3 MB a compile). */
  readonly memory: number
}

const engine = PdfEngine.start()

serveIsolated<PdfJob, PdfAnswer>(async ({ source }) => {
  const ready = await engine
  const pdf = source === '' ? new Uint8Array() : ready.compile(source)
  return { pdf, memory: process.memoryUsage.rss() }
})
