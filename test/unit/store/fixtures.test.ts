import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readReportFile } from '../../../electron/host/store/report-file'
import { migrations, type Migration } from '../../../shared/report/migrations/migrations'
import { toReportJson, type ReportJson } from '../../../shared/report/report-json'
import { schemaVersion } from '../../../shared/report/schema-version'
import { fieldsOf } from '../../../shared/sync/report-doc'
import { readReport } from '../../../shared/sync/read-report'
import { withReportFile } from '../../support/store-fixture'

const fixture = (name: string): string => `test/fixtures/${name}`
const versions = Array.from({ length: schemaVersion }, (_, index) => index + 1)

/** Undefined for a version whose fixture somebody forgot: then every test of it fails. */
const readJson = (path: string): ReportJson | undefined =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ReportJson) : undefined

const file = withReportFile()

describe.each(versions)('a report that the program wrote when its schema version was %i', version => {
  const frozen = fixture(`report-${version}.duthao`)
  const json = readJson(fixture(`report-${version}.json`))

  test('is read with every word, and the file is left as it was', () => {
    const before = readFileSync(frozen)
    expect(toReportJson(readReportFile(frozen))).toEqual(json)
    expect(readFileSync(frozen)).toEqual(before)
  })

  test('is opened for editing, with a copy kept where it had to be migrated', () => {
    copyFileSync(frozen, file.path)
    const store = file.open()
    expect(store.readOnly).toBeNull()
    expect(toReportJson(readReport(store.body))).toEqual(json)
    expect(readdirSync(file.folder).some(name => name.includes('bản cũ'))).toBe(version < schemaVersion)
  })

  test('goes through the migration of a later version', () => {
    copyFileSync(frozen, file.path)
    const later: Migration = {
      to: schemaVersion + 1,
      migrate: body => fieldsOf(body).set('signer', 'đã chuyển'),
    }
    const store = file.open(file.path, { version: later.to, migrations: [...migrations, later] })
    const fields = { ...json?.fields, signer: 'đã chuyển' }
    expect(toReportJson(readReport(store.body))).toEqual({ ...json, fields })
    expect(readdirSync(file.folder)).toContain(`Báo cáo (bản cũ, định dạng ${version}).duthao`)
  })
})
