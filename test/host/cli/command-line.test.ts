import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeDocx, paragraph, run } from '../../support/make-docx'

// The built command line in processes of its own, as a script would call it (npm run build makes it).
const cli = '.build/node/cli.js'
const folder = mkdtempSync(join(tmpdir(), 'du-thao-cli-'))
const at = (name: string): string => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true }))

const duThao = (...args: string[]) =>
  new Promise<{ code: number | null; out: string; err: string }>(resolve => {
    const child = spawn(process.execPath, [cli, ...args])
    let [out, err] = ['', '']
    child.stdout.on('data', (data: Buffer) => (out += data.toString()))
    child.stderr.on('data', (data: Buffer) => (err += data.toString()))
    child.on('close', code => resolve({ code, out, err }))
  })

const bold = (text: string): string => paragraph(run(text, '<w:b/>'))
const draft = await makeDocx({
  body: [bold('I- KINH TẾ'), bold('1. Nông nghiệp'), paragraph('Sản lượng tăng.'), bold('III- XÃ HỘI')].join(
    '',
  ),
})
writeFileSync(at('draft.docx'), draft)

test('import prints the counts as JSON and writes a report that show can read', async () => {
  const imported = await duThao('import', at('draft.docx'), '-o', at('a.duthao'), '--json')
  expect(imported.code).toBe(0)
  expect(JSON.parse(imported.out)).toMatchObject({
    parts: 0,
    romans: 2,
    numbers: 1,
    notes: 0,
    warnings: [
      {
        code: 'number-changed',
        place: 'đoạn 4 (“III- XÃ HỘI”)',
        message: expect.stringContaining('“III-”') as string,
      },
    ],
  })
  const shown = await duThao('show', at('a.duthao'), '--json')
  expect(JSON.parse(shown.out)).toMatchObject({
    outline: [
      { level: 'roman', number: 'I-', title: 'KINH TẾ', path: 'I' },
      { level: 'number', number: '1.', title: 'Nông nghiệp', path: 'I / 1' },
      { level: 'roman', number: 'II-', title: 'XÃ HỘI', path: 'II' },
    ],
    blocks: [{}, {}, { kind: 'paragraph', list: 'none', text: 'Sản lượng tăng.' }, {}],
  })
})

test('a report that is there already is replaced only by force', async () => {
  writeFileSync(at('old.duthao'), 'cũ')
  const refused = await duThao('import', at('draft.docx'), '-o', at('old.duthao'))
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toContain('--force')
  expect(readFileSync(at('old.duthao'), 'utf8')).toBe('cũ')
  await duThao('import', at('draft.docx'), '-o', at('b.duthao'))
  expect((await duThao('import', at('draft.docx'), '-o', at('b.duthao'), '--force')).code).toBe(0)
})

test('bad input is refused in Vietnamese within two seconds, and no report is written', async () => {
  writeFileSync(at('not.docx'), 'Không phải tệp Word')
  writeFileSync(at('cut.docx'), draft.subarray(0, draft.length / 2))
  writeFileSync(at('empty.docx'), '')
  for (const name of ['not.docx', 'cut.docx', 'empty.docx', 'missing.docx']) {
    const start = performance.now()
    const refused = await duThao('import', at(name), '-o', at('c.duthao'))
    expect(refused, name).toMatchObject({ code: 1, out: '' })
    expect(refused.err, name).toMatch(/^Không thực hiện được: .*[Tt]ệp/)
    expect(performance.now() - start, name).toBeLessThan(2000)
  }
  expect(existsSync(at('c.duthao'))).toBe(false)
})

test('wrong usage says what is missing and exits with 2', async () => {
  const calls: [string[], RegExp][] = [
    [[], /Cách dùng/],
    [['nothing'], /Không có lệnh “nothing”/],
    [['import', at('draft.docx')], /-o/],
    [['import', '-o', at('d.duthao')], /Thiếu tên tệp/],
    [['import', 'a', 'b', '-o', at('d.duthao')], /một tệp/],
    [['show', at('a.duthao'), '--nothing'], /--nothing/],
    [['export', at('a.duthao')], /--docx, --pdf/],
    [['export', at('a.duthao'), '--docx', 'x.docx', '--profile', 'nothing'], /hc-nd30-2020/],
  ]
  for (const [args, reason] of calls) {
    const { code, err } = await duThao(...args)
    expect(code, args.join(' ')).toBe(2)
    expect(err).toMatch(reason)
  }
  expect(await duThao('--help')).toMatchObject({ code: 0, err: '' })
})

test('export writes the files it is asked for', async () => {
  await duThao('import', at('draft.docx'), '-o', at('e.duthao'))
  const { code, err } = await duThao('export', at('e.duthao'), '--docx', at('e.docx'), '--pdf', at('e.pdf'))
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(readFileSync(at('e.docx')).subarray(0, 2).toString()).toBe('PK')
  expect(readFileSync(at('e.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
})
