import type { PDFDocumentProxy } from 'pdfjs-dist'

/** A PDF in memory, ready to be drawn page by page. */
export interface PdfPages {
  readonly count: number
  /** CSS pixels at 100 %, of the first page: reports have one format. */
  readonly width: number
  readonly height: number
  /** The page (from 0) on which each section begins, in the order of the outline. */
  readonly sectionPages: readonly number[]
  /** Draws a page into a canvas of its own, at `scale` CSS pixels for one of the page's. */
  readonly draw: (page: number, scale: number) => Promise<HTMLCanvasElement>
  readonly close: () => void
}

/** The PDF's own unit is 1/72 inch, the screen's 1/96. */
const pixelsPerPoint = 96 / 72

/** Reads the bytes of a PDF, in a worker. The library comes with the first preview, not with the window. */
export async function openPdf(bytes: Uint8Array): Promise<PdfPages> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist')
  GlobalWorkerOptions.workerPort ??= new Worker(
    new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url),
    { type: 'module' },
  )
  // Nothing is ever evaluated as code: the window's policy would refuse it.
  const pdf = await getDocument({ data: bytes, isEvalSupported: false }).promise
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: pixelsPerPoint })
  return {
    count: pdf.numPages,
    width,
    height,
    sectionPages: await sectionPages(pdf),
    draw: (page, scale) => draw(pdf, page, scale),
    close: () => void pdf.loadingTask.destroy(),
  }
}

async function draw(pdf: PDFDocumentProxy, index: number, scale: number): Promise<HTMLCanvasElement> {
  const page = await pdf.getPage(index + 1)
  const viewport = page.getViewport({ scale: pixelsPerPoint * scale * window.devicePixelRatio })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  const canvasContext = canvas.getContext('2d')
  if (!canvasContext) throw new Error('No canvas to draw the page on')
  await page.render({ canvasContext, viewport }).promise
  return canvas
}

/** What of a bookmark matters here; the library leaves its items untyped. */
interface Bookmark {
  readonly dest: string | readonly unknown[] | null
  readonly items: readonly Bookmark[]
}

async function sectionPages(pdf: PDFDocumentProxy): Promise<readonly number[]> {
  const flat = (marks: readonly Bookmark[]): Bookmark[] => marks.flatMap(mark => [mark, ...flat(mark.items)])
  // Null, whatever its type says, for a report without sections.
  const marks = (await pdf.getOutline()) as readonly Bookmark[] | null
  return Promise.all(flat(marks ?? []).map(mark => pageOf(pdf, mark.dest)))
}

async function pageOf(pdf: PDFDocumentProxy, dest: Bookmark['dest']): Promise<number> {
  const place: readonly unknown[] | null = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
  const page = place?.[0]
  if (typeof page === 'number') return page
  return isReference(page) ? pdf.getPageIndex(page) : 0
}

const isReference = (value: unknown): value is { num: number; gen: number } =>
  typeof value === 'object' && value !== null && 'num' in value && 'gen' in value
