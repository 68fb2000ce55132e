import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { ForkIsolated } from '../isolated/isolated-process'
import { runIsolated } from '../isolated/run-isolated'
import type { MadeVersion, VersionJob } from './make-version'

export interface MakeOptions {
  readonly signal?: AbortSignal | undefined
  readonly onStep?: ((step: string) => void) | undefined
}

export type Make = (job: VersionJob, options: MakeOptions) => Promise<MadeVersion>

/** Megabytes, as for any PDF. */
const memoryLimit = 2000

/** Makes versions in a process of their own, so that nobody who writes waits. */
export const makeIsolated =
  (isolate: { readonly fork?: ForkIsolated; readonly entry?: string } = {}): Make =>
  (input, { signal, onStep }) =>
    runIsolated<VersionJob, MadeVersion>({
      // Every built entry and chunk lies in one folder.
      entry: isolate.entry ?? fileURLToPath(new URL('./version-worker.js', import.meta.url)),
      ...{ input, signal, memoryLimit, fork: isolate.fork, timeLimit: 180_000 },
      onProgress: step => onStep?.(z.string().parse(step)),
    })
