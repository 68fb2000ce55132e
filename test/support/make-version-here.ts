import type { Make } from '../../electron/host/versions/make-isolated'
import { makeVersion } from '../../electron/host/versions/make-version'

/** Makes versions in this process, with a PDF that is none: for tests that are not about files. */
export const makeHere: Make = (job, { onStep }) =>
  makeVersion(job, {
    setPdf: source => Promise.resolve(Buffer.from(`%PDF of ${source}`)),
    progress: step => onStep?.(step),
  })
