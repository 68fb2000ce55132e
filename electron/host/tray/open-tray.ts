import type { ReportStore } from '../store/report-store'
import { Tray } from './tray'

/** The tray of an open report. What cannot be written while the disk fails is written when it is back. */
export function openTray(store: ReportStore): Tray {
  const tray = new Tray(store)
  store.onState(({ kind }) => {
    if (kind === 'saved') tray.flush()
  })
  return tray
}
