import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { importBytes } from '../../../electron/host/import/import-bytes'
import { compareReports } from '../../../shared/compare/compare-contents'
import { contentOf } from '../../../shared/compare/content'
import { printReport } from '../../../shared/print/print-report'
import { profileOf } from '../../../shared/print/profiles'
import { redlineOf } from '../../../shared/redline/redline-of'
import type { Report } from '../../../shared/report/report'
import { editAtRandom } from '../../support/edit-script'
import { randomReport } from '../../support/random-report'
import { reportOf } from '../../support/redline-builders'
import { redlineCases } from '../../support/redline-cases'
import { printedLines, sideOfRedline } from '../../support/redline-side'

const options = {
  by: { author: 'Người xuất', date: '2026-06-09T01:02:03Z' },
  names: { was: 'Dự thảo lần 2', now: 'Dự thảo lần 3' },
}

const redline = (was: Report, now: Report) => redlineOf(was, now, compareReports(was, now), options)

function expectBothWhole(was: Report, now: Report): void {
  const merged = redline(was, now)
  const profile = profileOf(now.fields.profile)
  expect(sideOfRedline(merged, 'now')).toEqual(printedLines(printReport(now, profile)))
  expect(sideOfRedline(merged, 'was')).toEqual(printedLines(printReport(was, profile)))
}

describe('both texts can be read out of their redline', () => {
  test.each(redlineCases.map(each => [each.name, each] as const))('with %s', (_, { was, now }) => {
    expectBothWhole(was, now)
  })

  test.each(Array.from({ length: 30 }, (_, seed) => seed + 1))('with random texts (seed %i)', seed => {
    expectBothWhole(randomReport(seed), randomReport(seed + 1000))
  })

  describe('of the sample', () => {
    let sample: Report
    beforeAll(async () => {
      const path = new URL('../../../resources/sample/bao-cao-mau.docx', import.meta.url)
      sample = (await importBytes(readFileSync(path), 'bao-cao-mau.docx')).report
    })

    test.each(Array.from({ length: 30 }, (_, seed) => seed + 1))('after 40 known edits (seed %i)', seed => {
      expectBothWhole(sample, reportOf(sample, editAtRandom(contentOf(sample), seed, 40).content))
    })
  })
})
