import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { XmlElement, XmlText } from 'yjs'
import { afterEach, beforeEach, expect } from 'vitest'
import { createReportFile, readReportFile } from '../../electron/host/store/report-file'
import { openReportStore, type ReportStore } from '../../electron/host/store/report-store'
import type { StoreOptions } from '../../electron/host/store/store-options'
import { blocksOf } from '../../shared/report/nodes'
import type { Report } from '../../shared/report/report'
import { readReport } from '../../shared/sync/read-report'
import { textOf } from '../../shared/sync/report-doc'
import { heading, note, noteRef, paragraph, report, sheet, text } from './build-report'

export const sampleReport = (): Report =>
  report({
    text: text(sheet(heading('part', 'Phần đầu'), paragraph('Một đoạn', noteRef('n1'), ' có chú thích.'))),
    notes: { n1: note('Nguồn số liệu.') },
  })

interface ReportFile {
  readonly folder: string
  readonly path: string
  readonly recoveryFolder: string
  readonly open: (path?: string, options?: StoreOptions) => ReportStore
}

/** A report file in a folder of its own, for each test; stores opened by `open` are closed afterwards. */
export function withReportFile(): ReportFile {
  const opened: ReportStore[] = []
  const fixture: ReportFile & { folder: string; path: string; recoveryFolder: string } = {
    folder: '',
    path: '',
    recoveryFolder: '',
    open: (path = fixture.path, options = {}) => {
      const store = openReportStore(path, options)
      opened.push(store)
      return store
    },
  }
  beforeEach(() => {
    fixture.folder = mkdtempSync(join(tmpdir(), 'store-test-'))
    fixture.path = join(fixture.folder, 'Báo cáo.duthao')
    fixture.recoveryFolder = join(fixture.folder, 'recovery')
    createReportFile(fixture.path, sampleReport())
  })
  afterEach(() => {
    for (const store of opened.splice(0)) store.close()
    rmSync(fixture.folder, { recursive: true, force: true })
  })
  return fixture
}

/** Types one paragraph at the end of the first sheet. */
export function typeParagraph(store: ReportStore, words: string): void {
  const element = new XmlElement('paragraph')
  element.setAttribute('id', `p${Math.random()}`)
  element.insert(0, [new XmlText(words)])
  ;(textOf(store.body).get(0) as XmlElement).push([element])
}

/** The words of every block. */
export const blocksIn = (from: Report): string[] => blocksOf(from.text).map(block => block.textContent)
export const lastBlockOf = (store: ReportStore): string | undefined => blocksIn(readReport(store.body)).at(-1)

/** What another program would see in the file now: the same bytes, under another name. */
export function readElsewhere(path: string): Report {
  const folder = mkdtempSync(join(tmpdir(), 'store-copy-'))
  const copy = join(folder, 'copy.duthao')
  copyFileSync(path, copy)
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`)
  try {
    return readReportFile(copy)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const refusal = (code: string): Error => expect.objectContaining({ code }) as Error
export const pause = (milliseconds: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, milliseconds))
