import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openIdentity } from '../../../electron/host/identity/identity'
import { recordExport } from '../../../electron/main/reports/record-export'
import { Failure } from '../../../shared/ipc/failure'
import { openDesktop, type Desktop } from '../../support/desktop'
import { withReportFile } from '../../support/store-fixture'

const file = withReportFile()
const folder = mkdtempSync(join(tmpdir(), 'record-export-'))
const paper = join(folder, 'Báo cáo.pdf')
writeFileSync(paper, '%PDF')
const exported = { paths: [paper], official: true }
const identity = () => openIdentity(join(folder, 'keys', 'desktop.json'))
let open: Desktop | null = null
afterEach(() => open?.close())

const entriesOf = ({ host }: Desktop): string[] => [...host.store.ledger().entries]

function desktop(): Desktop {
  open = openDesktop(file.open(), folder)
  return open
}

test('an export is entered in the record with the file by its sha256, so that a paper can be told from another', async () => {
  const { host, sharing } = desktop()
  sharing.foundAlone({ name: 'Trần Thị Lan', unit: '' })
  expect(await recordExport({ host, committee: { sharing } }, { identity }, exported)).toBeNull()
  const sha256 = createHash('sha256').update('%PDF').digest('hex')
  expect(entriesOf(open!).at(-1)).toContain(
    JSON.stringify({ kind: 'report.export', files: [{ format: 'pdf', sha256 }], official: true }).slice(
      1,
      -1,
    ),
  )
})

test('a report without a committee gets no record by being exported', async () => {
  const { host, sharing } = desktop()
  expect(await recordExport({ host, committee: { sharing } }, { identity }, exported)).toBeNull()
  expect(entriesOf(open!)).toEqual([])
})

test('where the record cannot be written the export stands, and the person is told', async () => {
  const { host } = desktop()
  const run = (): never => {
    throw new Failure('disk-full', 'Ổ đĩa đã đầy.')
  }
  const told = await recordExport(
    { host, committee: { sharing: { hasCommittee: true, run } } },
    { identity },
    exported,
  )
  expect(told).toContain('Ổ đĩa đã đầy.')
})
