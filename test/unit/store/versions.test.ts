import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readReportFile } from '../../../electron/host/store/report-file'
import { openReportStore } from '../../../electron/host/store/report-store'
import { openDatabase } from '../../../electron/host/store/sqlite'
import { migrateReport, type Migration } from '../../../shared/report/migrations/migrations'
import { schemaVersion } from '../../../shared/report/schema-version'
import { readReport } from '../../../shared/sync/read-report'
import { fieldsOf } from '../../../shared/sync/report-doc'
import { refusal, typeParagraph, withReportFile } from '../../support/store-fixture'

const file = withReportFile()
const next = schemaVersion + 1
const migrations: readonly Migration[] = [
  { to: next, migrate: body => fieldsOf(body).set('title', 'đã chuyển') },
]

function change(sql: string): void {
  const database = openDatabase(file.path)
  database.exec(sql)
  database.close()
}

describe('a file of a newer program', () => {
  test.each([
    ['contents', `UPDATE meta SET value = '${next}' WHERE name = 'schema'`],
    ['tables', 'PRAGMA user_version = 5'],
  ])('is refused and left alone (%s)', (_what, sql) => {
    change(sql)
    const bytes = readFileSync(file.path)
    expect(() => openReportStore(file.path)).toThrow(refusal('newer-version'))
    expect(() => readReportFile(file.path)).toThrow(refusal('newer-version'))
    expect(readFileSync(file.path)).toEqual(bytes)
  })
})

describe('a file of an older program', () => {
  test('is migrated, and a copy of what it was is kept', () => {
    const bytes = readFileSync(file.path)
    const store = file.open(file.path, { version: next, migrations })
    expect(readReport(store.body).fields.title).toBe('đã chuyển')
    const copy = readdirSync(file.folder).find(name => name.includes('bản cũ'))
    expect(copy).toBeDefined()
    expect(readFileSync(join(file.folder, copy!))).toEqual(bytes)
    expect(store.notice).toContain(copy)
  })

  test('is migrated once', () => {
    openReportStore(file.path, { version: next, migrations }).close()
    const store = file.open(file.path, { version: next, migrations })
    typeParagraph(store, 'Câu mới.')
    expect(store.notice).toBeNull()
    expect(() => openReportStore(file.path)).toThrow(refusal('not-allowed'))
    store.close()
    expect(() => openReportStore(file.path)).toThrow(refusal('newer-version'))
  })

  test('goes through every step in order, and stops where one is missing', () => {
    const body = file.open().body
    const title = (): string | undefined => fieldsOf(body).get('title')
    const append = (to: number): Migration => ({
      to,
      migrate: ydoc => fieldsOf(ydoc).set('title', `${title() ?? ''}${to}`),
    })
    migrateReport(body, 1, 4, [append(4), append(2), append(3)])
    expect(title()).toBe('234')
    expect(() => migrateReport(body, 4, 6, [append(6)])).toThrow('No migration to version 5')
  })
})
