import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openReportStore } from '../../../electron/host/store/report-store'
import { openDatabase } from '../../../electron/host/store/sqlite'
import { randomFrom } from '../../support/random'
import { blocksIn, readElsewhere, refusal, typeParagraph, withReportFile } from '../../support/store-fixture'
import { readReport } from '../../../shared/sync/read-report'

const file = withReportFile()

function change(sql: string): void {
  const database = openDatabase(file.path)
  database.exec(sql)
  database.close()
}

function typeThree(): void {
  const store = openReportStore(file.path)
  for (const words of ['Câu một.', 'Câu hai.', 'Câu ba.']) {
    typeParagraph(store, words)
    store.flush()
  }
  store.close()
}

const copies = (): string[] => readdirSync(file.folder).filter(name => name.includes('bản hỏng'))

describe('a damaged file', () => {
  test.each([
    ['a change whose bytes are wrong', "UPDATE updates SET bytes = x'0000' WHERE seq = 3"],
    ['a change that is missing', 'DELETE FROM updates WHERE seq = 2'],
    [
      'two changes in each other’s place',
      'UPDATE updates SET bytes = (SELECT bytes FROM updates WHERE seq = 1) WHERE seq = 2',
    ],
  ])('opens with what is left, and keeps the damaged one: %s', (_name, sql) => {
    typeThree()
    change(sql)
    const damaged = readFileSync(file.path)
    const store = file.open()
    expect(blocksIn(readReport(store.body)).slice(0, 3)).toContain('Phần đầu')
    expect(store.notice).toContain('bị hỏng')
    expect(copies()).toHaveLength(1)
    expect(readFileSync(join(file.folder, copies()[0]!))).toEqual(damaged)
  })

  test('is sound again once it was opened', () => {
    typeThree()
    change("UPDATE updates SET bytes = x'0000' WHERE seq = 3")
    openReportStore(file.path).close()
    const again = file.open()
    expect(again.notice).toBeNull()
    expect(copies()).toHaveLength(1)
  })

  test('of which nothing can be read is refused and left alone', () => {
    change("UPDATE snapshot SET bytes = x'0000'")
    const damaged = readFileSync(file.path)
    expect(() => openReportStore(file.path)).toThrow(refusal('unreadable-file'))
    expect(readFileSync(file.path)).toEqual(damaged)
  })

  test('never crashes the program and never loses the original, wherever the bytes are wrong', () => {
    typeThree()
    const sound = readFileSync(file.path)
    const random = randomFrom(7)
    for (let round = 0; round < 60; round++) {
      const bytes = Buffer.from(sound)
      const at = Math.floor(random() * bytes.length)
      for (let offset = 0; offset < 40 && at + offset < bytes.length; offset++)
        bytes[at + offset] = random() * 256
      writeFileSync(file.path, bytes)
      const before = new Set(readdirSync(file.folder))
      const outcome = tryOpen()
      const kept = readdirSync(file.folder).filter(name => !before.has(name))
      if (outcome.kind === 'refused') expect(readFileSync(file.path)).toEqual(bytes)
      if (outcome.notice) expect(readFileSync(join(file.folder, kept[0]!))).toEqual(bytes)
      if (outcome.kind === 'opened' && !outcome.notice) expect(outcome.words).toEqual(soundWords)
    }
  })
})

const soundWords = ['Phần đầu', 'Một đoạn có chú thích.', 'Câu một.', 'Câu hai.', 'Câu ba.']

function tryOpen(): { kind: 'opened' | 'refused'; notice: string | null; words: string[] } {
  try {
    const store = openReportStore(file.path)
    const words = blocksIn(readReport(store.body))
    store.close()
    return { kind: 'opened', notice: store.notice, words }
  } catch (error) {
    expect(error).toMatchObject({ name: 'Failure', code: 'unreadable-file' })
    return { kind: 'refused', notice: null, words: [] }
  }
}

test('a file read from another place is the file that was written', () => {
  typeThree()
  expect(blocksIn(readElsewhere(file.path))).toEqual(soundWords)
})
