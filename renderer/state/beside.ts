import { create } from 'zustand'
import type { Report } from '../../shared/report/report'
import type { Version } from '../../shared/versions/version'
import { readVersion } from './versions'

/** A version whose text has been read. */
export interface OpenVersion {
  readonly version: Version
  readonly report: Report
}

interface Beside {
  /** The version beside today's text, to be read only. */
  readonly open: OpenVersion | null
  /** At which both papers fit beside each other; null while today's stands alone. */
  readonly zoom: number | null
}

export const useBeside = create<Beside>(() => ({ open: null, zoom: null }))

/** Shows a version beside today's text. Throws a Failure with the reason where it cannot be read. */
export async function openBeside(version: Version): Promise<void> {
  const report = await readVersion(version.id)
  useBeside.setState({ open: { version, report } })
}

export const closeBeside = (): void => useBeside.setState({ open: null, zoom: null })
