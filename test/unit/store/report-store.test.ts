import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { XmlElement, XmlText } from 'yjs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createReportFile, readReportFile } from '../../../electron/host/store/report-file'
import { openReportStore, type ReportStore } from '../../../electron/host/store/report-store'
import { blocksOf } from '../../../shared/report/nodes'
import type { Report } from '../../../shared/report/report'
import { readReport } from '../../../shared/sync/read-report'
import { textOf } from '../../../shared/sync/report-doc'
import { heading, note, noteRef, paragraph, report, sheet, text } from '../../support/build-report'

let folder = ''
let path = ''
let open: ReportStore[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-test-'))
  path = join(folder, 'Báo cáo.duthao')
  createReportFile(path, sample())
})
afterEach(() => {
  for (const store of open) store.close()
  open = []
  rmSync(folder, { recursive: true, force: true })
})

const sample = (): Report =>
  report({
    text: text(sheet(heading('part', 'Phần đầu'), paragraph('Một đoạn', noteRef('n1'), ' có chú thích.'))),
    notes: { n1: note('Nguồn số liệu.') },
  })

function opened(...args: Parameters<typeof openReportStore>): ReportStore {
  const store = openReportStore(...args)
  open.push(store)
  return store
}

function type(store: ReportStore, words: string): void {
  const element = new XmlElement('paragraph')
  element.setAttribute('id', `p${Math.random()}`)
  element.insert(0, [new XmlText(words)])
  ;(textOf(store.body).get(0) as XmlElement).push([element])
}

const wordsOf = (from: Report): string[] => blocksOf(from.text).map(block => block.textContent)

const refusal = (code: string): Error => expect.objectContaining({ code }) as Error

describe('a report file', () => {
  test('holds the whole report', () => {
    const read = readReportFile(path)
    expect(wordsOf(read)).toEqual(['Phần đầu', 'Một đoạn có chú thích.'])
    expect([...read.notes.values()].map(body => body.textContent)).toEqual(['Nguồn số liệu.'])
  })

  test('keeps what was typed, and is one plain file once closed', () => {
    const store = openReportStore(path)
    type(store, 'Câu mới.')
    expect(store.state().kind).toBe('saving')
    store.close()
    expect(readdirSync(folder)).toEqual(['Báo cáo.duthao'])
    expect(wordsOf(readReportFile(path)).at(-1)).toBe('Câu mới.')
  })

  test('says that it is saved within a moment, without being asked', async () => {
    const store = opened(path)
    const states: string[] = []
    store.onState(state => states.push(state.kind))
    type(store, 'Câu mới.')
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(states).toEqual(['saving', 'saved'])
    expect(wordsOf(readCopyOf(path)).at(-1)).toBe('Câu mới.')
  })

  test('stays small however much is typed', () => {
    const store = opened(path)
    for (let count = 0; count < 3000; count++) {
      type(store, `Câu ${count}.`)
      if (count % 10 === 0) store.flush()
    }
    store.close()
    const again = opened(path)
    expect(blocksOf(readReport(again.body).text)).toHaveLength(3002)
    expect(readFileSync(path).length).toBeLessThan(1_000_000)
  })

  test('leaves no deleted words in the file', () => {
    const store = openReportStore(path)
    type(store, 'BIMATBIMAT')
    store.flush()
    for (let count = 0; count < 200; count++) type(store, 'Câu khác.')
    const sheetElement = textOf(store.body).get(0) as XmlElement
    sheetElement.delete(2, 1)
    store.close()
    expect(readFileSync(path).includes('BIMATBIMAT')).toBe(false)
  })
})

/** What another program would see: the same bytes, under another name. */
function readCopyOf(original: string): Report {
  const copy = join(mkdtempSync(join(tmpdir(), 'store-copy-')), 'copy.duthao')
  copyFileSync(original, copy)
  if (existsSync(`${original}-wal`)) writeFileSync(`${copy}-wal`, readFileSync(`${original}-wal`))
  return readReportFile(copy)
}

describe('opening', () => {
  test.each([
    ['nothing', null, 'not-found'],
    ['an empty file', '', 'unreadable-file'],
    ['some other file', 'một tệp văn bản '.repeat(500), 'unreadable-file'],
  ])('refuses %s and leaves it alone', (_name, bytes, code) => {
    const other = join(folder, 'khác.duthao')
    if (bytes !== null) writeFileSync(other, bytes)
    expect(() => openReportStore(other)).toThrow(refusal(code))
    expect(() => readReportFile(other)).toThrow(refusal(code))
    if (bytes !== null) expect(readFileSync(other, 'utf8')).toBe(bytes)
    else expect(existsSync(other)).toBe(false)
  })

  test('refuses a report that this program already has open', () => {
    opened(path)
    expect(() => openReportStore(path)).toThrow(refusal('not-allowed'))
    expect(() => readReportFile(path)).toThrow(refusal('not-allowed'))
  })
})
