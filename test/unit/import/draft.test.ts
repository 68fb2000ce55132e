import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importBytes } from '../../../electron/host/import/import-bytes'
import { reportLines } from '../../support/report-lines'
import { styledDocx } from '../../support/styled-docx'

// The sample draft lies beside the checkout where it is developed; elsewhere these tests are skipped.
const folder = '../shared/sample'
const sample = test.skipIf(!existsSync(folder))
const read = (name: string) => importBytes(readFileSync(`${folder}/${name}`), name)

const headings = { parts: 2, letters: 4, romans: 21, numbers: 41, subnumbers: 5, paragraphs: 126 }
const rest = { indicators: { groups: 5, numbered: 23, subs: 13 }, options: 2, tables: 1 }

sample('the extracted draft keeps every heading, note, row and option', async () => {
  const { counts, warnings } = await read('draft-2.txt')
  expect(counts).toMatchObject({ ...headings, ...rest, notes: 50, noteRefs: 50 })
  expect(warnings.map(({ code, place }) => `${code} @ ${place}`)).toEqual([
    'marks-restored @ cả văn bản',
    'note-number @ chú thích 25',
    'note-mark @ chú thích 35',
    'note-double @ chú thích 48',
    'header-damaged @ bảng 1',
  ])
})

sample('the draft as offices type it gives the same, with no warning', async () => {
  const { counts, warnings } = await read('draft-2.docx')
  expect(counts).toMatchObject({ ...headings, ...rest, notes: 51, noteRefs: 51, layoutTables: 1 })
  expect(warnings).toEqual([])
})

sample('the draft with heading styles and automatic numbers gives the same lines', async () => {
  const typed = await read('draft-2.docx')
  const styled = await importBytes(await styledDocx(typed.report), 'styled.docx')
  expect(styled.counts).toMatchObject({ ...headings, notes: 51, noteRefs: 51 })
  const text = (lines: string[]) =>
    lines.filter(line => line.includes('|')).map(line => line.replace(/^(\S+) \| Phần .*? \|/, '$1 |'))
  expect(text(reportLines(styled.report))).toEqual(text(reportLines(typed.report)))
})
