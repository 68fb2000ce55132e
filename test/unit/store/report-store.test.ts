import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { XmlElement } from 'yjs'
import { describe, expect, test } from 'vitest'
import { createBodyFile, createReportFile, readReportFile } from '../../../electron/host/store/report-file'
import { openReportStore } from '../../../electron/host/store/report-store'
import { blocksOf } from '../../../shared/report/nodes'
import { readReport } from '../../../shared/sync/read-report'
import { textOf } from '../../../shared/sync/report-doc'
import {
  blocksIn,
  lastBlockOf,
  readElsewhere,
  refusal,
  sampleReport,
  typeParagraph,
  withReportFile,
} from '../../support/store-fixture'

const file = withReportFile()

describe('a report file', () => {
  test('holds the whole report', () => {
    const read = readReportFile(file.path)
    expect(blocksIn(read)).toEqual(['Phần đầu', 'Một đoạn có chú thích.'])
    expect([...read.notes.values()].map(body => body.textContent)).toEqual(['Nguồn số liệu.'])
  })

  test('keeps what was typed, and is one plain file once closed', () => {
    const store = openReportStore(file.path)
    typeParagraph(store, 'Câu mới.')
    expect(store.state().kind).toBe('saving')
    store.close()
    expect(readdirSync(file.folder)).toEqual(['Báo cáo.duthao'])
    expect(blocksIn(readReportFile(file.path)).at(-1)).toBe('Câu mới.')
  })

  test('has what was typed within a moment, without being asked', async () => {
    const store = file.open()
    const states: string[] = []
    store.onState(state => states.push(state.kind))
    typeParagraph(store, 'Câu mới.')
    await expect.poll(() => states, { timeout: 5000 }).toEqual(['saving', 'saved'])
    expect(blocksIn(readElsewhere(file.path)).at(-1)).toBe('Câu mới.')
  })

  test('is whole without its companion once nothing has been typed for a while', async () => {
    const store = file.open(file.path, { pace: { idle: 100 } })
    typeParagraph(store, 'Câu mới.')
    const waiting = (): number => readFileSync(`${file.path}-wal`).length
    expect(store.flush() && waiting()).toBeGreaterThan(0)
    await expect.poll(waiting, { timeout: 5000 }).toBe(0)
    expect(lastBlockOf(store)).toBe('Câu mới.')
  })

  test('gives back at closing the room that a long log took', () => {
    const store = openReportStore(file.path)
    for (let count = 0; count < 400; count++) {
      typeParagraph(store, `${count} `.repeat(400))
      ;(textOf(store.body).get(0) as XmlElement).delete(1, 1)
      store.flush()
    }
    const before = statSync(file.path).size + statSync(`${file.path}-wal`).size
    store.close()
    expect(statSync(file.path).size).toBeLessThan(before / 4)
    expect(blocksIn(readReportFile(file.path)).at(-1)).toBe('399 '.repeat(400))
  })

  test('stays small however much is typed', () => {
    const store = openReportStore(file.path)
    for (let count = 0; count < 1200; count++) {
      typeParagraph(store, `Câu ${count}.`)
      if (count % 10 === 0) store.flush()
    }
    store.close()
    expect(blocksOf(readReport(file.open().body).text)).toHaveLength(1202)
    expect(readFileSync(file.path).length).toBeLessThan(400_000)
  })

  test('leaves no deleted words behind', () => {
    const store = openReportStore(file.path)
    typeParagraph(store, 'BIMATBIMAT')
    store.flush()
    for (let count = 0; count < 200; count++) typeParagraph(store, 'Câu khác.')
    ;(textOf(store.body).get(0) as XmlElement).delete(2, 1)
    store.close()
    expect(readFileSync(file.path).includes('BIMATBIMAT')).toBe(false)
  })

  test('is opened, edited, left and opened again without a fault', () => {
    const faults: unknown[] = []
    for (const words of ['', 'Câu mới.', '']) {
      const store = openReportStore(file.path, { onBug: fault => faults.push(fault) })
      if (words) typeParagraph(store, words)
      store.close()
    }
    expect(faults).toEqual([])
  })

  test('copied as a new file is a report of its own', () => {
    const store = file.open()
    typeParagraph(store, 'Câu mới.')
    const copy = join(file.folder, 'Bản sao.duthao')
    createBodyFile(copy, store.body)
    const other = file.open(copy)
    expect(lastBlockOf(other)).toBe('Câu mới.')
    expect(other.reportId).not.toBe(store.reportId)
  })

  test('moved while open goes on in its new place only', () => {
    const store = file.open()
    typeParagraph(store, 'Trước.')
    const place = join(file.folder, 'Tên mới.duthao')
    store.moveTo(place)
    typeParagraph(store, 'Sau.')
    store.close()
    expect(readdirSync(file.folder)).toEqual(['Tên mới.duthao'])
    expect(blocksIn(readReportFile(place)).slice(-2)).toEqual(['Trước.', 'Sau.'])
    expect(file.open(place).reportId).toBe(store.reportId)
  })

  test('stays where it is when it cannot be moved', () => {
    const store = file.open()
    expect(() => store.moveTo(join(file.folder, 'không có', 'Tên mới.duthao'))).toThrow(refusal('not-found'))
    typeParagraph(store, 'Sau.')
    expect(store.flush()).toBe(true)
    expect(blocksIn(readElsewhere(file.path)).at(-1)).toBe('Sau.')
  })

  test('is replaced only while nobody has it open', () => {
    file.open()
    expect(() => createReportFile(file.path, sampleReport())).toThrow(refusal('not-allowed'))
  })
})

describe('opening', () => {
  test.each([
    ['nothing', null, 'not-found'],
    ['an empty file', '', 'unreadable-file'],
    ['some other file', 'một tệp văn bản '.repeat(500), 'unreadable-file'],
  ])('refuses %s and leaves it alone', (_name, bytes, code) => {
    const other = join(file.folder, 'khác.duthao')
    if (bytes !== null) writeFileSync(other, bytes)
    expect(() => openReportStore(other)).toThrow(refusal(code))
    expect(() => readReportFile(other)).toThrow(refusal(code))
    if (bytes !== null) expect(readFileSync(other, 'utf8')).toBe(bytes)
    else expect(existsSync(other)).toBe(false)
  })

  test('refuses a report that this program already has open', () => {
    file.open()
    expect(() => openReportStore(file.path)).toThrow(refusal('not-allowed'))
    expect(() => readReportFile(file.path)).toThrow(refusal('not-allowed'))
  })
})
