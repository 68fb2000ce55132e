import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeDocx } from '../../../electron/host/export/docx/write-docx'
import { profileOf, profiles } from '../../../shared/print/profiles'
import { printReport } from '../../../shared/print/print-report'
import type { Report } from '../../../shared/report/report'
import { schema } from '../../../shared/report/schema'
import { heading, noteRef, paragraph, report, sheet, text } from '../../support/build-report'
import { cell, fullReport, longReport, row, table } from '../../support/full-report'
import { ask, convertWithOffice, needs, openXmlErrors, pandocTree } from '../../support/oracles'
import { temporaryFolder, type Folder } from '../../support/paper'

let folder: Folder
beforeAll(() => {
  folder = temporaryFolder()
})
afterAll(() => folder.remove())

let files = 0
const made = async (from: Report, profile = 'dang-hd05-2026'): Promise<string> =>
  folder.put(`${++files}.docx`, await writeDocx(printReport(from, profileOf(profile))))

const link = (href: string, words: string) => schema.text(words, [schema.mark('link', { href })])
const tables = text(
  sheet(
    table(
      { headerRows: 1 },
      row(cell('a', { rowspan: 2 }), cell('b', { colspan: 2 })),
      row(cell('c'), cell('d')),
      row(cell('e')),
    ),
    table({ borders: false }, row(cell('x'))),
    table({}, row(schema.node('table_cell', null, [table({}, row(cell('lồng')))]))),
    table(
      {},
      row(
        schema.node('table_cell', null, [
          paragraph('Chú thích', noteRef('n1')),
          paragraph(link('https://b.vn', 'b')),
        ]),
      ),
    ),
  ),
)

const reports: readonly [string, () => Report][] = [
  ['everything', () => fullReport()],
  ['45 pages', () => longReport()],
  ['nothing', () => report({ text: text() })],
  ['only a table', () => ({ ...fullReport(), text: tables })],
  [
    'a level skipped and no words',
    () => report({ text: text(sheet(heading('subnumber', ''), paragraph())) }),
  ],
  [
    'links in text and notes',
    () =>
      report({
        text: text(sheet(paragraph(link('https://a.vn/?x=1&y="2"', 'a'), link('mailto:a@b.vn', 'm')))),
      }),
  ],
]

describe.each(reports)('a report with %s', (_, build) => {
  test("has no error for Microsoft's validator, in any profile", async () => {
    for (const { id } of profiles) expect(await openXmlErrors(await made(build(), id))).toEqual([])
  })
})

type Tree = { t?: string; c?: unknown } | Tree[] | string | number | null

/** How often pandoc met a kind of element. */
function count(tree: unknown, kind: string): number {
  if (Array.isArray(tree)) return tree.reduce<number>((sum, each) => sum + count(each, kind), 0)
  if (tree === null || typeof tree !== 'object') return 0
  const own = (tree as { t?: Tree }).t === kind ? 1 : 0
  return own + Object.values(tree).reduce<number>((sum, each) => sum + count(each, kind), 0)
}

test('pandoc counts the same headings, notes and tables', async context => {
  needs(context, 'pandoc')
  for (const [from, expected] of [
    [fullReport(), { Header: 8, Note: 3, Table: 4 }],
    [longReport(), { Header: 95, Note: 95, Table: 2 }],
  ] as const) {
    const tree = await pandocTree(await made(from))
    const seen = Object.fromEntries(Object.keys(expected).map(kind => [kind, count(tree, kind)]))
    // Two of the tables are the header and the signature.
    expect(seen).toEqual(expected)
  }
})

test('LibreOffice opens it and shows the numbers that the report has', async context => {
  needs(context, 'soffice', 'pdftotext')
  const pdf = await convertWithOffice(await made(fullReport()), 'pdf', folder.path)
  const shown = (await ask('pdftotext', '-layout', pdf, '-')).replace(/[ \t]+/g, ' ')
  for (const words of [
    'A- ĐÁNH GIÁ TÌNH HÌNH',
    'I- VỀ KINH TẾ',
    '1. Nông nghiệp, thủy sản',
    '1.1. Trồng trọt',
    '2. Công nghiệp',
    'A- MỤC TIÊU',
    '1. Việc thứ nhất',
    '2. Việc thứ hai',
    '1. Lại từ một',
    '- Gạch đầu dòng',
    '(1). Chỉ tiêu một',
    '(2). Chỉ tiêu hai',
    '(1). Chỉ tiêu của phần hai',
  ])
    expect(shown).toContain(words)
  // The part's level counts without being shown.
  expect(shown).toMatch(/^ ?Phần thứ nhất$/m)
})

test('in LibreOffice the indicator table repeats its header', async context => {
  needs(context, 'soffice', 'pdftotext')
  const pdf = await convertWithOffice(await made(fullReport()), 'pdf', folder.path)
  const pages = (await ask('pdftotext', '-layout', pdf, '-')).split('\f')
  const withTable = pages.filter(page => /Chỉ tiêu thứ \d+ về đời sống/.test(page))
  expect(withTable.length).toBeGreaterThan(1)
  for (const page of withTable) expect(page).toMatch(/TT +Chỉ tiêu/)
})
