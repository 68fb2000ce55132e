import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importBytes } from '../../../electron/host/import/import-bytes'
import { countsOf } from '../../../shared/counts/counts'
import { problemsOf } from '../../../shared/problems/problems'

const importSample = (name: string) =>
  importBytes(readFileSync(new URL(`../../../resources/sample/${name}`, import.meta.url)), name)

test.each([
  ['bao-cao-mau.docx', []],
  // What extraction lost is told, and nothing else.
  ['bao-cao-mau.txt', ['marks-restored', 'header-damaged']],
])('%s opens whole, with nothing to ask but the open choice', async (name, told) => {
  const { report, counts, warnings } = await importSample(name)
  expect(counts).toMatchObject({
    parts: 2,
    letters: 4,
    romans: 21,
    numbers: 43,
    subnumbers: 5,
    notes: 50,
    noteRefs: 50,
  })
  expect(counts).toMatchObject({ indicators: { groups: 5, numbered: 23, subs: 12 }, options: 2 })
  expect(warnings.map(warning => warning.code)).toEqual(told)
  expect(problemsOf(report).map(problem => problem.code)).toEqual(['unchosen-options'])
  expect(countsOf(report).pages).toBeGreaterThan(17)
  expect(countsOf(report).pages).toBeLessThan(22)
})
