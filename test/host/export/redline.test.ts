import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeRedlineDocx } from '../../../electron/host/export/docx/redline/write-redline-docx'
import { writeDocx } from '../../../electron/host/export/docx/write-docx'
import { PdfEngine } from '../../../electron/host/export/pdf/engine'
import { writeRedlineTypst } from '../../../electron/host/export/pdf/redline/write-redline-typst'
import { importBytes } from '../../../electron/host/import/import-bytes'
import { resourcePath } from '../../../electron/host/resources'
import { compareReports } from '../../../shared/compare/compare-contents'
import { contentOf } from '../../../shared/compare/content'
import { printReport } from '../../../shared/print/print-report'
import { profileOf } from '../../../shared/print/profiles'
import type { RedlineDocument } from '../../../shared/redline/redline-document'
import { redlineOf } from '../../../shared/redline/redline-of'
import type { Report } from '../../../shared/report/report'
import { docxParts } from '../../support/docx-parts'
import { editAtRandom } from '../../support/edit-script'
import { basicText, runBasic } from '../../support/office-basic'
import { ask, findOracle, needs, openXmlErrors } from '../../support/oracles'
import { temporaryFolder, type Folder } from '../../support/paper'
import { reportOf } from '../../support/redline-builders'
import { redlineCases } from '../../support/redline-cases'
import { printedLines } from '../../support/redline-side'

// A redline as other programs take it: with all changes accepted it is the new text, with all rejected the old one.

interface Pair {
  readonly name: string
  readonly was: Report
  readonly now: Report
}

const options = {
  by: { author: 'Nguyễn Thị Xuất', date: '2026-06-09T01:02:03Z' },
  names: { was: 'Dự thảo lần 2', now: 'Dự thảo lần 3' },
}
const redline = ({ was, now }: Omit<Pair, 'name'>): RedlineDocument =>
  redlineOf(was, now, compareReports(was, now), options)

/** Scripts of edits on the sample. */
const seeds = [1, 2, 3, 4, 5]

let folder: Folder
let pairs: readonly Pair[]
const files = new Map<string, string>()

const judge = (path: string): string => `  Judge ${basicText(path)}`
const program = (paths: Iterable<string>): string => `Sub Work
${[...paths].map(judge).join('\n')}
End Sub
Sub Judge(path As String)
  One path, ".uno:AcceptAllTrackedChanges", "now"
  One path, ".uno:RejectAllTrackedChanges", "was"
End Sub
Sub One(path As String, command As String, ending As String)
  Dim doc As Object
  doc = OpenFile(path)
  Ask doc, command
  SaveAsWord doc, path & "." & ending & ".docx"
  doc.close(True)
End Sub`

beforeAll(async () => {
  folder = temporaryFolder()
  const { report: sample } = await importBytes(
    readFileSync(resourcePath('sample/bao-cao-mau.docx')),
    'bao-cao-mau.docx',
  )
  const edited = seeds.map((seed): Pair => {
    const now = reportOf(sample, editAtRandom(contentOf(sample), seed, 40).content)
    return { name: `script ${seed}`, was: sample, now }
  })
  pairs = [...redlineCases, ...edited]
  for (const [index, pair] of pairs.entries())
    files.set(pair.name, folder.put(`${index}.docx`, await writeRedlineDocx(redline(pair))))
  if (findOracle('soffice')) await runBasic(program(files.values()))
}, 300_000)
afterAll(() => folder.remove())

const fileOf = ({ name }: Pair): string => files.get(name) ?? ''

/** A file's lines as the program itself reads them: fields, headings with levels and numbers, notes, cells. */
async function linesOf(bytes: Uint8Array, profile: string): Promise<string[]> {
  const { report } = await importBytes(bytes, 'a.docx')
  return printedLines(printReport(report, profileOf(profile)))
    .map(line => line.replace(/\s+/g, ' ').trim())
    .filter(line => line !== '' && line !== 'rule')
}

async function expectText(pair: Pair, side: 'was' | 'now'): Promise<void> {
  const profile = pair.now.fields.profile
  const alone = await writeDocx(printReport(pair[side], profileOf(profile)))
  const judged = await linesOf(readFileSync(`${fileOf(pair)}.${side}.docx`), profile)
  expect(judged).toEqual(await linesOf(alone, profile))
}

/** LibreOffice lets a link that is taken back run on to the words behind it; the words themselves are right. */
const judged = redlineCases.filter(({ name }) => name !== 'a link')

describe('in LibreOffice', () => {
  test
    .skipIf(!findOracle('soffice'))
    .each([...judged.map(({ name }) => name), ...seeds.map(seed => `script ${seed}`)])(
    'all accepted is the new text, all rejected the old one: %s',
    async name => {
      const pair = pairs.find(each => each.name === name)
      if (!pair) throw new Error(`No such case: ${name}`)
      await expectText(pair, 'now')
      await expectText(pair, 'was')
    },
  )
})

/** Every small case as one long redline. */
function allCases(): RedlineDocument {
  const all = redlineCases.map(redline)
  const first = redline(redlineCases.find(({ name }) => name === 'fields of the header') ?? redlineCases[0]!)
  return { ...first, blocks: all.flatMap(({ blocks }) => blocks) }
}

test("Microsoft's validator finds no error", async () => {
  const together = folder.put('together.docx', await writeRedlineDocx(allCases()))
  expect(await openXmlErrors(together)).toEqual([])
  for (const { name } of pairs.slice(-seeds.length))
    expect(await openXmlErrors(files.get(name) ?? '')).toEqual([])
}, 120_000)

test('every revision has a number of its own, an author and a time', async () => {
  for (const bytes of [await writeRedlineDocx(allCases()), readFileSync(files.get('script 2') ?? '')]) {
    const parts = await docxParts(bytes)
    const text = ['word/document.xml', 'word/footnotes.xml'].map(name => parts.get(name) ?? '').join('')
    const revisions = [
      ...text.matchAll(
        /<w:(?:ins|del|moveFrom|moveTo|moveFromRangeStart|moveToRangeStart|pPrChange|rPrChange) ([^>]*)>/g,
      ),
    ].map(([, attributes = '']) => attributes)
    const ids = revisions.map(attributes => /w:id="(\d+)"/.exec(attributes)?.[1])
    expect(ids.length).toBeGreaterThan(40)
    expect(new Set(ids).size).toBe(ids.length)
    for (const attributes of revisions) {
      expect(attributes).toContain('w:author="Nguyễn Thị Xuất"')
      expect(attributes).toContain('w:date="2026-06-09T01:02:03Z"')
    }
  }
})

test('both ends of a move bear one name, and no name stands twice', async () => {
  const parts = await docxParts(readFileSync(files.get('neighbours that moved') ?? ''))
  const names = (kind: string) =>
    [
      ...(parts.get('word/document.xml') ?? '').matchAll(
        new RegExp(`<w:${kind}RangeStart [^>]*w:name="([^"]*)"`, 'g'),
      ),
    ]
      .map(([, name]) => name)
      .sort()
  expect(names('moveFrom').length).toBeGreaterThan(0)
  expect(names('moveTo')).toEqual(names('moveFrom'))
  expect(new Set(names('moveTo')).size).toBe(names('moveTo').length)
})

test('the same redline gives the same bytes', async () => {
  const again = await writeRedlineDocx(redline(pairs.at(-1)!))
  expect(Buffer.compare(Buffer.from(again), readFileSync(fileOf(pairs.at(-1)!)))).toBe(0)
})

test('a change is its author’s where that is known', async () => {
  const { was, now } = redlineCases.find(({ name }) => name === 'other words')!
  const authors = new Map([['a' as never, { author: 'Lê Văn Soạn', date: '2026-05-01T00:00:00Z' }]])
  const merged = redlineOf(was, now, compareReports(was, now), { ...options, authors })
  const text = (await docxParts(await writeRedlineDocx(merged))).get('word/document.xml') ?? ''
  expect(text).toContain('w:author="Lê Văn Soạn" w:date="2026-05-01T00:00:00Z"')
  expect(text).not.toContain('Nguyễn Thị Xuất')
})

test('the PDF shows both texts, what moved by a number at both ends, and notes that are gone', async context => {
  needs(context, 'pdftotext')
  const engine = await PdfEngine.start()
  const pdf = folder.put('all.pdf', engine.compile(writeRedlineTypst(allCases())))
  const shown = (await ask('pdftotext', '-layout', pdf, '-')).replace(/\s+/g, ' ')
  for (const words of [
    '[Chuyển đi 1]',
    '[Chuyển đến 1]',
    'Số liệu của Chi cục Thống kê.',
    'Theo Nghị quyết số 05.',
    'So sánh “Dự thảo lần 2” với “Dự thảo lần 3”',
  ])
    expect(shown).toContain(words)
})
