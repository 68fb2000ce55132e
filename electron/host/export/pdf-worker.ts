import { PdfEngine } from './pdf/engine'
import { serveIsolated } from '../isolated/serve-isolated'

export interface PdfJob {
  /** Typst source. */
  readonly source: string
}

export interface PdfAnswer {
  readonly pdf: Uint8Array
  /** Bytes that the process holds: the engine never gives memory back (about 3 MB a compile). */
  readonly memory: number
}

const engine = PdfEngine.start()

serveIsolated<PdfJob, PdfAnswer>(async ({ source }) => {
  const pdf = (await engine).compile(source)
  return { pdf, memory: process.memoryUsage.rss() }
})
