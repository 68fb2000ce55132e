import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { createReportFile } from '../../../electron/host/store/report-file'
import { heading, paragraph, report, sheet, text } from '../../support/build-report'
import { fullFields } from '../../support/full-report'

// The built command line in processes of its own, as a script would call it (npm run build makes it).
const folder = mkdtempSync(join(tmpdir(), 'du-thao-compare-'))
const at = (name: string): string => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true }))

const duThao = async (...args: string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, ['.build/node/cli.js', ...args])).stdout

const written = (households: number) =>
  report({
    fields: fullFields,
    text: text(
      sheet(
        heading('roman', 'Kết quả', 'h1'),
        paragraph(`Toàn xã có ${households} hộ nghèo.`),
        paragraph('Đời sống nhân dân được nâng lên.'),
      ),
    ),
  })

test('a frozen draft is compared with another report by its number, as JSON and as files', async () => {
  createReportFile(at('a.duthao'), written(12))
  createReportFile(at('b.duthao'), written(15))
  await duThao('freeze', at('a.duthao'), '--number', '1', '--label', 'Dự thảo lần 1')
  const told = JSON.parse(
    await duThao(
      'compare',
      `${at('a.duthao')}#1`,
      at('b.duthao'),
      '--json',
      '--docx',
      at('r.docx'),
      '--report-docx',
      at('c.docx'),
    ),
  ) as { changes: { class: string; before: string; after: string }[]; sections: { title: string }[] }
  expect(told.changes).toHaveLength(1)
  expect(told.changes[0]).toMatchObject({ class: 'figure' })
  expect([told.changes[0]?.before, told.changes[0]?.after].join(' → ')).toMatch(/12.* → .*15/)
  expect(told.sections.map(({ title }) => title).join()).toContain('Kết quả')
  expect([existsSync(at('r.docx')), existsSync(at('c.docx'))]).toEqual([true, true])
})

test('the drafts of a report are listed and found sound', async () => {
  createReportFile(at('d.duthao'), written(12))
  await duThao('freeze', at('d.duthao'), '--number', '1', '--label', 'Dự thảo lần 1')
  const told = JSON.parse(await duThao('drafts', at('d.duthao'), '--verify', '--json')) as {
    drafts: { number: number; label: string }[]
    faults: unknown[]
  }
  expect(told.drafts.map(({ number, label }) => [number, label])).toEqual([[1, 'Dự thảo lần 1']])
  expect(told.faults).toEqual([])
  await expect(
    duThao('freeze', at('d.duthao'), '--number', '1', '--label', 'Dự thảo lần 1'),
  ).rejects.toMatchObject({ code: 1 })
})

test('a draft as text is checked on the fly: what does not agree is told with its words, and the exit code says so', async () => {
  writeFileSync(at('wrong.txt'), 'BÁO CÁO\n\nI. KẾT QUẢ\n\nĐã giải quyết 150/200 kiến nghị, đạt 78%.\n')
  writeFileSync(at('right.txt'), 'BÁO CÁO\n\nI. KẾT QUẢ\n\nĐã giải quyết 150/200 kiến nghị, đạt 75%.\n')
  const refused = duThao('check', at('wrong.txt'), '--json', '--min', 'lỗi').catch((error: unknown) => error)
  const { code, stdout } = (await refused) as { code: number; stdout: string }
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject([
    {
      rule: 'percent-of-whole',
      severity: 'lỗi',
      computed: '75,0%',
      places: [{ quote: '78%' }, { quote: '150/200 kiến nghị' }],
    },
  ])
  expect(JSON.parse(await duThao('check', at('right.txt'), '--json', '--min', 'lỗi'))).toEqual([])
})
