import { expect, test } from 'vitest'
import { readDocx } from '../../../electron/host/import/docx/read-docx'
import { recognise } from '../../../shared/import/recognise'
import { blocksOf, isHeading, levelOf } from '../../../shared/report/nodes'
import type { Report } from '../../../shared/report/report'
import { wordsOf } from '../../../shared/report/text-blocks'
import { officeFiles, otherHeadings } from '../../support/office-corpus'
import { lostWords } from '../../support/lost-words'

const files = officeFiles()

const headingsOf = (report: Report): string[] =>
  blocksOf(report.text)
    .filter(isHeading)
    .map(heading => `${levelOf(heading)} ${wordsOf(heading)}`)

test.each(files)('$name: exactly its headings are found', async ({ name, docx, headings }) => {
  const { report } = recognise(await readDocx(await docx))
  expect(headingsOf(report)).toEqual(otherHeadings[name] ?? headings)
})

test.each(files)('$name: no word is lost', async ({ docx }) => {
  const source = await readDocx(await docx)
  expect(lostWords(source, recognise(source).report)).toEqual([])
})

test.each(files)(
  '$name: no number is printed differently, and nothing is warned of',
  async ({ name, docx }) => {
    const { warnings } = recognise(await readDocx(await docx))
    expect(warnings.map(({ code }) => code)).toEqual(name === 'an official letter' ? ['front-kept'] : [])
  },
)
