import { installFakeHost } from '../support/fake-host'
import { previewImport, previewRecent } from './preview-host'
import { previewReport } from './preview-report'
import { previewVersions } from './preview-versions'

// The window over a host in memory, for looking at it in any browser: `npx vite test/preview`.
// ?report opens a report at once; without it the start screen is shown.
const wanted = new URLSearchParams(location.search)
const report = previewReport()
installFakeHost({
  ...(wanted.has('report') ? { report, versions: previewVersions(report) } : {}),
  ...(wanted.has('recent') ? { recent: previewRecent } : {}),
  preview: previewImport,
})
void import('../../renderer/main')
