import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { PdfEngine } from '../../electron/host/export/pdf/engine'
import { writeTypst } from '../../electron/host/export/pdf/write-typst'
import { profileOf } from '../../shared/print/profiles'
import { printReport } from '../../shared/print/print-report'
import type { Report } from '../../shared/report/report'
import { ask } from './oracles'

// What stands where on an exported page, as poppler and qpdf read it.

/** A worker of the build. */
export const builtEntry = (name: string): string =>
  fileURLToPath(new URL(`../../.build/node/${name}`, import.meta.url))

let engine: Promise<PdfEngine> | undefined

/** A report's PDF, made in this process. */
export async function pdfOf(report: Report, profile = report.fields.profile): Promise<Uint8Array> {
  engine ??= PdfEngine.start()
  return (await engine).compile(writeTypst(printReport(report, profileOf(profile))))
}

export interface Folder {
  /** Writes a file into the folder and answers its path. */
  put(name: string, bytes: Uint8Array): string
  readonly path: string
  remove(): void
}

export function temporaryFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'paper-'))
  return {
    path,
    put(name, bytes) {
      writeFileSync(join(path, name), bytes)
      return join(path, name)
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}

export interface PlacedWord {
  readonly text: string
  /** Points from the left and top edges; the box is the font's, taller than the letters. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The words of every page. Word joiners, which only forbid a line break, are left out. */
export async function wordsByPage(pdf: string): Promise<PlacedWord[][]> {
  const html = await ask('pdftotext', '-bbox', pdf, '-')
  return html
    .split('<page ')
    .slice(1)
    .map(page =>
      [
        ...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g),
      ].map(([, left, top, right, bottom, text = '']) => ({
        text: text.replace(/\u2060/g, ''),
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      })),
    )
}

export interface SetLine {
  readonly text: string
  readonly page: number
  readonly left: number
  readonly top: number
  readonly width: number
  /** Points, rounded. */
  readonly size: number
  /** "Tinos-Bold" */
  readonly font: string
}

/** Pieces of text with their font and size, in reading order. */
export async function setLines(pdf: string): Promise<SetLine[]> {
  const run = promisify(execFile)
  const { stdout } = await run('pdftohtml', ['-xml', '-i', '-stdout', '-fontfullname', '-zoom', '1', pdf], {
    maxBuffer: 64 * 1024 * 1024,
  })
  const fonts = new Map(
    [...stdout.matchAll(/<fontspec id="(\d+)" size="(\d+)" family="([^"]*)"/g)].map(
      ([, id, size, family = '']) => [id, { size: Number(size), font: family.replace(/^[A-Z]+\+/, '') }],
    ),
  )
  return stdout.split('<page ').flatMap((page, number) =>
    [
      ...page.matchAll(
        /<text top="(-?\d+)" left="(-?\d+)" width="(\d+)" height="\d+" font="(\d+)">(.*?)<\/text>/g,
      ),
    ].map(([, top, left, width, font, text = '']) => ({
      text: text
        .replace(/<[^>]*>/g, '')
        .replace(/\u2060/g, '')
        .trim(),
      page: number,
      left: Number(left),
      top: Number(top),
      width: Number(width),
      ...(fonts.get(font) ?? { size: 0, font: '' }),
    })),
  )
}

interface Bookmark {
  readonly title: string
  readonly kids: readonly Bookmark[]
}

/** The bookmarks as "depth title", in order. */
export async function bookmarks(pdf: string): Promise<string[]> {
  const { outlines } = JSON.parse(await ask('qpdf', '--json', '--json-key=outlines', pdf)) as {
    outlines: Bookmark[]
  }
  const flat = (list: readonly Bookmark[], depth: number): string[] =>
    list.flatMap(({ title, kids }) => [
      `${depth} ${title.replace(/\s+/g, ' ').trim()}`,
      ...flat(kids, depth + 1),
    ])
  return flat(outlines, 1)
}
