import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDocx } from '../../../electron/host/import/docx/read-docx'
import { pandocContents, pandocIsThere, sourceContents, wordDifference } from '../../support/pandoc'

const sample = resolve('../shared/sample/draft-2.docx')
const office = spawnSync('soffice', ['--version']).status === 0

const markdown = `# Phần một

Đoạn **đậm**, *nghiêng*, [liên kết](https://example.org/a?b=1&c=2), chú thích[^1] và nữa[^2]. H~2~O, x^2^.

[^1]: Chú thích thứ nhất.

    Đoạn hai của chú thích.

[^2]: Chú thích hai với [liên kết](http://a.b).

## Mục 1

1. Một
2. Hai
    a) Con
    b) Con nữa
        i) sâu
3. Ba

- gạch
    - con

| A | B |
|---|---|
| 1 | 2 |

> Trích dẫn “ngoặc” – gạch — dài…

    mã  nguồn
`
const html = `<meta charset="utf-8"><h1>Đề mục</h1><p>Đoạn <b>đậm</b> <u>gạch</u> x<sup>2</sup></p>
<table border=1><thead><tr><th colspan=2>Đầu</th><th rowspan=2>Dọc</th></tr><tr><th>a</th><th>b</th></tr></thead>
<tbody><tr><td>1</td><td><table border=1><tr><td>lồng 1</td><td>lồng 2</td></tr></table></td><td>3</td></tr></tbody></table>
<ol type=I start=3><li>ba<ol type=a><li>con a</li><li>con b</li></ol></li><li>bốn</li></ol><p>dòng<br>hai</p>`

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'du-thao-pandoc-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function fromPandoc(name: string, source: string, format: 'docx' | 'odt'): string {
  writeFileSync(join(folder, name), source)
  const made = join(folder, `${basename(name)}.${format}`)
  execFileSync('pandoc', [join(folder, name), '-o', made], { stdio: 'ignore' })
  return made
}

/** As a person makes it who opens a file in LibreOffice and saves it as Word. */
function savedByOffice(path: string): string {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const to = join(folder, 'saved')
  execFileSync(
    'soffice',
    ['--headless', profile, '--convert-to', 'docx:MS Word 2007 XML', '--outdir', to, path],
    {
      stdio: 'ignore',
      timeout: 50_000,
    },
  )
  return join(to, basename(path).replace(/\.[^.]+$/, '.docx'))
}

async function expectSameContents(path: string): Promise<void> {
  const ours = sourceContents(await readDocx(readFileSync(path)))
  const theirs = pandocContents(path)
  expect([ours.notes, ours.tables]).toEqual([theirs.notes, theirs.tables])
  expect(theirs.words.length).toBeGreaterThan(20)
  const { share, words } = wordDifference(ours.words, theirs.words)
  expect(share, words.join(' ')).toBeLessThan(0.01)
}

describe.skipIf(!pandocIsThere())('reads the same words, notes and tables as pandoc', () => {
  test.skipIf(!existsSync(sample))('in the sample draft', () => expectSameContents(sample))
  test('in what pandoc makes of markdown', () => expectSameContents(fromPandoc('a.md', markdown, 'docx')))
  test('in what pandoc makes of HTML', () => expectSameContents(fromPandoc('b.html', html, 'docx')))

  describe.skipIf(!office)('in what LibreOffice saves', () => {
    test.skipIf(!existsSync(sample))('of the sample draft', () => expectSameContents(savedByOffice(sample)))
    test('of a text with notes and lists', () =>
      expectSameContents(savedByOffice(fromPandoc('c.md', markdown, 'odt'))))
    test('of a text with nested tables', () =>
      expectSameContents(savedByOffice(fromPandoc('d.html', html, 'odt'))))
  })
})

test.skipIf(!existsSync(sample))('reads the sample draft in a tenth of a second', async () => {
  const bytes = readFileSync(sample)
  const times: number[] = []
  for (let round = 0; round < 15; round++) {
    const started = performance.now()
    await readDocx(bytes)
    times.push(performance.now() - started)
  }
  const median = times.sort((one, other) => one - other)[7] ?? 0
  if (process.env['SHOW_COST']) console.log(`sample draft: ${median.toFixed(0)} ms`)
  // Twice the aim: other work on the machine must not turn a test red.
  expect(median).toBeLessThan(200)
})
