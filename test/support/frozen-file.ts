import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Doc } from 'yjs'
import { createReportFile } from '../../electron/host/store/report-file'
import { openReportStore } from '../../electron/host/store/report-store'
import type { Report } from '../../shared/report/report'
import { writeReport } from '../../shared/sync/write-report'

const cli = fileURLToPath(new URL('../../.build/node/cli.js', import.meta.url))

/** A report's file in which one text is frozen as draft `number`, and another stands today. Needs a build. */
export async function createFrozenFile(
  path: string,
  { frozen, today, number = 2 }: { frozen: Report; today: Report; number?: number },
): Promise<void> {
  createReportFile(path, frozen)
  const args = [
    'freeze',
    path,
    '--number',
    String(number),
    '--date',
    '2026-02-18',
    '--purpose',
    'gửi xin ý kiến',
  ]
  await promisify(execFile)(process.execPath, [cli, ...args])
  const store = openReportStore(path)
  const body = new Doc()
  writeReport(body, today)
  store.replace(body)
  store.close()
}
