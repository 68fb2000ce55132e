import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { writeDocx } from '../../../electron/host/export/docx/write-docx'
import { readDocx } from '../../../electron/host/import/docx/read-docx'
import { importBytes } from '../../../electron/host/import/import-bytes'
import { profileOf } from '../../../shared/print/profiles'
import { recognise } from '../../../shared/import/recognise'
import { printReport } from '../../../shared/print/print-report'
import type { Report } from '../../../shared/report/report'
import { comparable } from '../../support/comparable'
import { randomReport } from '../../support/random-report'
import { officeFiles } from '../../support/office-corpus'

const exported = async (report: Report): Promise<Report> => {
  const docx = await writeDocx(printReport(report, profileOf(report.fields.profile)))
  return recognise(await readDocx(docx)).report
}

test.each(officeFiles())('$name: exported and imported again, it is the same report', async ({ docx }) => {
  const { report } = recognise(await readDocx(await docx))
  expect(comparable(await exported(report))).toEqual(comparable(report))
})

test.skipIf(!existsSync('../shared/sample')).each(['draft-2.docx', 'draft-2.txt'])(
  'the draft %s: exported and imported again, it is the same report',
  async name => {
    const { report } = await importBytes(readFileSync(`../shared/sample/${name}`), name)
    expect(comparable(await exported(report))).toEqual(comparable(report))
  },
)

test.each(Array.from({ length: 20 }, (_, seed) => seed))(
  'a report of everything (seed %i): exported and imported again, it is the same report',
  async seed => {
    const report = randomReport(seed)
    expect(comparable(await exported(report))).toEqual(comparable(report))
  },
)
