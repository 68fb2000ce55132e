import { showJson } from '../../electron/host/cli/show-json'
import type { Report } from '../../shared/report/report'

// Ids are made anew by every import, and a start that counting gives anyway is not set; the printed number tells.
const left = ['id', 'start']

/** All that a report says. */
export function comparable(report: Report): unknown {
  return JSON.parse(
    JSON.stringify(showJson(report), (key, value: unknown) => (left.includes(key) ? undefined : value)),
  )
}
