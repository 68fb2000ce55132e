import { fileURLToPath } from 'node:url'
import type { ForkIsolated } from '../../isolated/isolated-process'
import { keepIsolated, type KeptWorker } from '../../isolated/keep-isolated'
import type { JobOptions } from '../../isolated/run-job'
import type { PdfAnswer, PdfJob } from '../pdf-worker'

export interface PdfIsolation {
  /** How to start the process: in Electron its own fork. */
  readonly fork?: ForkIsolated | undefined
  /** Only where the program is not built. */
  readonly entry?: string | undefined
  /** Keep the process for the next export (it then starts warm); by default only in Electron, which ends it at its end. */
  readonly keep?: boolean | undefined
}

/** Megabytes. A 45-page report takes about 250; a 900-page one, 1200. */
const memoryLimit = 2000
/** Bytes. Beyond this the process is replaced before the next report. */
const replaceAt = 700 * 1024 * 1024

/** Milliseconds without an export after which a kept process gives its memory back. */
const idleTime = 300_000

let kept: KeptWorker<PdfJob, PdfAnswer> | null = null
let idle: NodeJS.Timeout | undefined

/**
 * Typst source to PDF, in a process of its own. Throws Failure 'cancelled', or 'internal' for too much time or
 * memory.
 */
export async function compilePdf(
  source: string,
  isolation: PdfIsolation = {},
  options: JobOptions = {},
): Promise<Uint8Array> {
  const worker = workerOf(isolation)
  const keep = isolation.keep ?? isolation.fork !== undefined
  clearTimeout(idle)
  try {
    const { pdf, memory } = await worker.run({ source }, { timeLimit: 120_000, ...options })
    if (memory > replaceAt) closePdf()
    return pdf
  } finally {
    clearTimeout(idle)
    if (keep) idle = setTimeout(closePdf, idleTime).unref()
    else closePdf()
  }
}

/**
 * Starts the engine and lets it set the source ahead of its export: what has not changed by then is not set again
 * (0.2 s instead of 2). Says nothing when it fails: the export starts again and reports what is wrong.
 */
export async function warmPdf(source: string, isolation: PdfIsolation = {}): Promise<void> {
  await compilePdf(source, { ...isolation, keep: true }).catch(closePdf)
}

/** Ends the kept process; an export under way fails. */
export function closePdf(): void {
  clearTimeout(idle)
  kept?.close()
  kept = null
}

function workerOf({ fork, entry }: PdfIsolation): KeptWorker<PdfJob, PdfAnswer> {
  // Every built entry and chunk lies in one folder.
  const built = fileURLToPath(new URL('./pdf-worker.js', import.meta.url))
  kept ??= keepIsolated<PdfJob, PdfAnswer>({ entry: entry ?? built, memoryLimit, fork })
  return kept
}
