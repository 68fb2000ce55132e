import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { createReportFile } from '../../../electron/host/store/report-file'
import { heading, paragraph, report, sheet, text } from '../../support/build-report'
import { docxParts } from '../../support/docx-parts'
import { fullFields } from '../../support/full-report'

// The built command line in processes of its own, as a script would call it (npm run build makes it).
const folder = mkdtempSync(join(tmpdir(), 'du-thao-drafts-'))
const at = (name: string): string => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true }))

const duThao = (...args: string[]) => promisify(execFile)(process.execPath, ['.build/node/cli.js', ...args])

async function wordsOf(name: string): Promise<string> {
  const parts = await docxParts(readFileSync(at(name)))
  return (parts.get('word/document.xml') ?? '').replace(/<[^>]+>/gu, '')
}

const written = (title: string) =>
  report({
    fields: { ...fullFields, draftNumber: '' },
    text: text(sheet(heading('part', title), paragraph('Đạt khá.'))),
  })

test('what is exported after a draft was frozen bears the next number, the official text none', async () => {
  createReportFile(at('a.duthao'), written('Kết quả'))
  await duThao('export', at('a.duthao'), '--docx', at('0.docx'))
  expect(await wordsOf('0.docx')).not.toContain('Dự thảo lần')
  await duThao('freeze', at('a.duthao'), '--number', '2', '--label', 'Dự thảo lần 2')
  await duThao('export', at('a.duthao'), '--docx', at('3.docx'))
  expect(await wordsOf('3.docx')).toContain('Dự thảo lần 3')
  await duThao('export', at('a.duthao'), '--docx', at('official.docx'), '--official')
  expect(await wordsOf('official.docx')).not.toContain('Dự thảo lần')
})

test('the official text is refused while something is open, and nothing is written', async () => {
  createReportFile(at('b.duthao'), written(''))
  const refused = duThao('export', at('b.duthao'), '--docx', at('b.docx'), '--official')
  await expect(refused).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Còn 1 chỗ') as string,
  })
  expect(existsSync(at('b.docx'))).toBe(false)
})
