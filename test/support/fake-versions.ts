import { numberNotes } from '../../shared/numbering/number-notes'
import { toReportJson } from '../../shared/report/report-json'
import type { Report } from '../../shared/report/report'
import { headingsOf } from '../../shared/report/text-blocks'
import type { Version } from '../../shared/versions/version'

export interface FakeVersion {
  readonly version: Version
  readonly report: Report
}

let made = 0

/** A version as a host would keep it. */
export const fakeVersion = (report: Report, facts: Partial<Version> = {}): FakeVersion => ({
  report,
  version: {
    id: String(++made).padStart(64, '0'),
    number: null,
    label: 'Bản tự lưu',
    date: '2026-11-24',
    purpose: '',
    cause: 'hourly',
    at: new Date().toISOString(),
    by: null,
    counts: {
      sections: headingsOf(report.text).length,
      words: report.text.textContent.split(/\s+/u).length,
      notes: numberNotes(report.text).size,
      problems: 3,
      approved: 0,
    },
    files: { docx: false, pdf: false },
    ...facts,
  },
})

interface FreezeInput {
  readonly number: number
  readonly label: string
  readonly date: string
  readonly purpose: string
}

/** What a host answers about versions. `report` is the one that is open now; `tell` hears of every change. */
export function fakeVersionAnswers(
  start: readonly FakeVersion[],
  report: () => Report | undefined,
  tell: (all: readonly Version[]) => void,
): Readonly<Record<string, (input: never) => unknown>> {
  let kept = [...start]
  const add = (facts: Partial<Version>): Version | undefined => {
    const now = report()
    const made = now && fakeVersion(now, facts)
    if (!made) return undefined
    kept = [...kept, made]
    tell(kept.map(({ version }) => version))
    return made.version
  }
  return {
    'version.freeze': ({ number, label, date, purpose }: FreezeInput) => ({
      version: add({ number, label, date, purpose, cause: 'asked', files: { docx: true, pdf: true } }),
    }),
    'version.keep': () => {
      add({ cause: 'before-restore' })
      return {}
    },
    'version.read': ({ id }: { id: string }) => ({
      report: JSON.stringify(toReportJson(kept.find(({ version }) => version.id === id)?.report as Report)),
    }),
    'version.file': ({ format }: { format: string }) => ({ path: `/home/vp/Báo cáo/Bao cao.${format}` }),
    'version.verify': () => ({ faults: [] }),
    'version.authors': () => ({ blocks: {} }),
  }
}
