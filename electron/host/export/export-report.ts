import { Failure } from '../../../shared/ipc/failure'
import type { PrintDocument } from '../../../shared/print/print-document'
import { printReport } from '../../../shared/print/print-report'
import type { Report } from '../../../shared/report/report'
import { profileOf } from '../../../shared/print/profiles'
import { writeDocx } from './docx/write-docx'
import { compilePdf, warmPdf, type PdfIsolation } from './pdf/compile-pdf'
import { MissingLetters } from './pdf/font-coverage'
import type { SetText } from './pdf/typst-runs'
import { writeTypst } from './pdf/write-typst'
import { words } from './words'
import { writeFileWhole } from './write-file'

export interface ExportOptions {
  /** Where the Word file goes; absent = none is made. */
  readonly docx?: string | undefined
  readonly pdf?: string | undefined
  /** A layout profile in place of the report's own. */
  readonly profile?: string | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ExportProgress) => void) | undefined
  readonly isolate?: PdfIsolation | undefined
}

export interface ExportProgress {
  /** In words. */
  readonly step: string
  readonly done: number
  readonly of: number
}

/** Something that paper shows differently from the report. */
export interface ExportWarning {
  readonly code: 'missing-letters'
  readonly message: string
}

export interface ExportResult {
  readonly paths: readonly string[]
  readonly warnings: readonly ExportWarning[]
}

/**
 * Writes the report as a Word file, a PDF or both. Both are made before either is written, and each is written whole
 * or not at all, so a failed or cancelled export leaves what was there. Throws Failure with Vietnamese words.
 */
export const exportReport = (report: Report, options: ExportOptions): Promise<ExportResult> =>
  exportPrint(() => printReport(report, profileOf(options.profile ?? report.fields.profile)), options)

/** The same of anything else that is printed. `layOut` is called once, after the first step is told. */
export const exportPrint = (
  layOut: () => PrintDocument,
  options: Omit<ExportOptions, 'profile'>,
): Promise<ExportResult> =>
  exportSet(() => {
    const print = layOut()
    return { docx: () => writeDocx(print), typst: setText => writeTypst(print, setText) }
  }, options)

/** Something that is laid out, and its two spellings. */
export interface Setting {
  readonly docx: () => Promise<Uint8Array>
  readonly typst: (setText: SetText) => string
}

/** The same of whatever has a setting of its own. */
export async function exportSet(
  layOut: () => Setting,
  options: Omit<ExportOptions, 'profile'>,
): Promise<ExportResult> {
  const { docx, pdf, signal } = options
  const steps = progress(options)
  steps.next(words.steps.layOut)
  const set = layOut()
  const warnings: ExportWarning[] = []
  const files: { path: string; bytes: Uint8Array }[] = []
  if (docx !== undefined) {
    steps.next(words.steps.docx)
    files.push({ path: docx, bytes: await set.docx() })
  }
  if (pdf !== undefined) {
    steps.next(words.steps.pdf)
    const made = await makePdf(set.typst, options.isolate, signal)
    files.push({ path: pdf, bytes: made.bytes })
    warnings.push(...made.warnings)
  }
  for (const { path, bytes } of files) {
    stopIfCancelled(signal)
    await writeFileWhole(path, bytes, signal)
  }
  return { paths: files.map(({ path }) => path), warnings }
}

/** Sets the PDF ahead of its export, for instance while a person chooses where it goes. An engine that fails says nothing here: the export will. */
export function prepareExport(
  report: Report,
  options: Pick<ExportOptions, 'profile' | 'isolate'> = {},
): Promise<void> {
  const print = printReport(report, profileOf(options.profile ?? report.fields.profile))
  return warmPdf(writeTypst(print, new MissingLetters().replace), options.isolate)
}

/** The PDF that an export would make of the report now, for showing it. Throws as `exportReport` does. */
export async function previewPdf(report: Report, isolate?: PdfIsolation): Promise<Uint8Array> {
  const print = printReport(report, profileOf(report.fields.profile))
  return (await makePdf(setText => writeTypst(print, setText), isolate)).bytes
}

/** The PDF, and what it could not show. */
async function makePdf(
  typst: Setting['typst'],
  isolate?: PdfIsolation,
  signal?: AbortSignal,
): Promise<{ readonly bytes: Uint8Array; readonly warnings: readonly ExportWarning[] }> {
  const missing = new MissingLetters()
  const bytes = await compilePdf(typst(missing.replace), isolate, { signal })
  if (missing.found.length === 0) return { bytes, warnings: [] }
  const letters = missing.found.map(letter => `“${letter}”`).join(', ')
  return { bytes, warnings: [{ code: 'missing-letters', message: words.missingLetters(letters) }] }
}

function progress({ docx, pdf, signal, onProgress }: ExportOptions) {
  const of = 1 + Number(docx !== undefined) + Number(pdf !== undefined)
  let done = 0
  return {
    next(step: string) {
      stopIfCancelled(signal)
      onProgress?.({ step, done: done++, of })
    },
  }
}

function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Failure('cancelled', words.cancelled)
}
