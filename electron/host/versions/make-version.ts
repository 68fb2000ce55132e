import { applyUpdateV2, Doc } from 'yjs'
import { sectionStates } from '../../../shared/approvals/section-states'
import type { ApprovalBook } from '../../../shared/approvals/approvers'
import { countsOf } from '../../../shared/counts/counts'
import { printReport } from '../../../shared/print/print-report'
import { profileOf } from '../../../shared/print/profiles'
import { problemsOf } from '../../../shared/problems/problems'
import type { Report } from '../../../shared/report/report'
import { readReport } from '../../../shared/sync/read-report'
import { canonicalJson } from '../../../shared/util/canonical-json'
import { asDraft } from '../../../shared/versions/draft-mark'
import { versionOf, type FrozenSection, type Manifest } from '../../../shared/versions/manifest'
import type { Version } from '../../../shared/versions/version'
import { writeDocx } from '../export/docx/write-docx'
import { MissingLetters } from '../export/pdf/font-coverage'
import { writeTypst } from '../export/pdf/write-typst'
import type { PartRow } from '../store/version-rows'
import { cutReport, joinReport } from './cut-report'
import { nameOf } from './part-codec'
import { Parts } from './parts'
import { storeFile } from './stored-file'
import { repackPdf } from './unpack-pdf'
import { words } from './words'

/** Everything about a version but its words: known the moment that it is asked for. */
export type Asked = Pick<Version, 'number' | 'label' | 'date' | 'purpose' | 'cause' | 'at' | 'by'>

export interface VersionJob {
  /** The report's id. */
  readonly report: string
  /** The words as they were in one moment: Yjs, one update, version 2. */
  readonly state: Uint8Array
  readonly asked: Asked
  readonly book: ApprovalBook
  readonly writers: unknown
  /** The numbered draft before: new parts are kept as differences to its own. */
  readonly before: { readonly id: string; readonly manifest: Manifest } | null
  /** What it consists of. */
  readonly rows: ReadonlyMap<string, PartRow>
}

export interface MadeVersion {
  readonly id: string
  readonly manifest: string
  readonly version: Version
  /** Only those that are new. */
  readonly parts: ReadonlyMap<string, PartRow>
}

interface Tools {
  /** Sets a PDF of Typst source. */
  readonly setPdf: (source: string) => Promise<Uint8Array>
  readonly progress: (step: string) => void
}

/** Computes a version; a numbered one with its files. Takes seconds, so it runs in a process of its own. */
export async function makeVersion(job: VersionJob, { setPdf, progress }: Tools): Promise<MadeVersion> {
  progress(words.steps.text)
  const { asked, before, state, rows } = job
  const report = reportOf(state)
  const parts = new Parts(rows)
  const earlier = before?.manifest ?? null
  const text = storeText(report, parts, earlier)
  const sections = frozenSections(report, job.book)
  const files =
    asked.number === null ? null : await filesOf(asDraft(report, asked.number), { setPdf, progress })
  progress(words.steps.keep)
  const manifest: Manifest = {
    format: 1,
    report: job.report,
    ...asked,
    counts: {
      sections: text.pieces.length - 1,
      words: countsOf(report).words,
      notes: countsOf(report).notes,
      problems: problemsOf(report).length,
      approved: sections.filter(section => section.state === 'approved').length,
    },
    previous: asked.number === null ? null : (before?.id ?? null),
    text,
    state: storeFile(state, 'none', parts, earlier?.state ?? null),
    docx: files && storeFile(files.docx, 'zip', parts, earlier?.docx ?? null),
    pdf: files && storeFile(files.pdf, 'pdf', parts, earlier?.pdf ?? null),
    problems: parts.add(canonicalJson(problemsOf(report)), earlier?.problems),
    approvals: parts.add(canonicalJson(sections), earlier?.approvals),
    writers: parts.add(canonicalJson(job.writers), earlier?.writers),
  }
  const json = canonicalJson(manifest)
  const id = nameOf(json)
  return { id, manifest: json, version: versionOf(id, manifest), parts: parts.added }
}

function reportOf(state: Uint8Array): Report {
  const body = new Doc()
  applyUpdateV2(body, state)
  return readReport(body)
}

function storeText(report: Report, parts: Parts, earlier: Manifest | null): Manifest['text'] {
  const { pieces, rest, whole } = cutReport(report)
  const known = new Map(earlier?.text.pieces.map(({ section, part }) => [section, part]))
  const stored = pieces.map(({ section, json }) => ({ section, part: parts.add(json, known.get(section)) }))
  if (
    joinReport(
      pieces.map(({ json }) => json),
      rest,
    ) !== whole
  )
    throw new Error('The parts of a report do not give the report again')
  return { hash: nameOf(whole), pieces: stored, rest: parts.add(rest, earlier?.text.rest) }
}

const frozenSections = (report: Report, book: ApprovalBook): FrozenSection[] =>
  [...sectionStates(report, book).values()]
    .filter(({ state, standing }) => state !== 'writing' || standing.length > 0)
    .map(({ section, state, standing, work }) => ({
      ...{ section, state, work },
      standing: standing.map(({ approval }) => approval.member),
    }))

async function filesOf(
  report: Report,
  { setPdf, progress }: Tools,
): Promise<{ readonly docx: Uint8Array; readonly pdf: Uint8Array }> {
  const print = printReport(report, profileOf(report.fields.profile))
  progress(words.steps.docx)
  const docx = await writeDocx(print)
  progress(words.steps.pdf)
  const pdf = await setPdf(writeTypst(print, new MissingLetters().replace))
  return { docx, pdf: repackPdf(pdf) ?? pdf }
}
