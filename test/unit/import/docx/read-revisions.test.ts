import { describe, expect, test } from 'vitest'
import { readDocx, type RevisionView } from '../../../../electron/host/import/docx/read-docx'
import {
  cell,
  footnote,
  footnoteReference,
  makeDocx,
  numbering,
  inList,
  paragraph,
  run,
} from '../../../support/make-docx'
import type { DocxParts } from '../../../support/make-docx'
import type { SourceBlock } from '../../../../shared/import/source'

const by = 'w:id="1" w:author="Lan" w:date="2026-03-12T08:00:00Z"'
const ins = (inside: string) => `<w:ins ${by}>${inside}</w:ins>`
const del = (text: string) =>
  `<w:del ${by}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const from = (text: string) => `<w:moveFrom ${by}>${run(text)}</w:moveFrom>`
const to = (text: string) => `<w:moveTo ${by}>${run(text)}</w:moveTo>`
const mark = (change: string) => `<w:rPr><w:${change} ${by}/></w:rPr>`
const row = (cells: string, properties = '') =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`
const grid = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`

const read = async (parts: DocxParts, view: RevisionView) => readDocx(await makeDocx(parts), view)

function blockText(block: SourceBlock): string {
  if (block.kind === 'table')
    return block.rows.map(({ cells }) => `[${cells.map(cellText).join('|')}]`).join('')
  if (block.kind === 'text_box') return block.blocks.map(blockText).join(' ')
  const words = block.inlines.map(one =>
    one.kind === 'text' ? (one.marks.strong ? `*${one.text}*` : one.text) : '',
  )
  return [block.align, block.number, words.join('')].filter(part => part !== undefined).join(' ')
}

const cellText = ({ blocks, rowspan }: { blocks: readonly SourceBlock[]; rowspan: number }) =>
  blocks.map(blockText).join('') + (rowspan > 1 ? `(${rowspan})` : '')

/** Every block as a line: its number, then its words; of a table each row in brackets. */
const lines = async (parts: DocxParts, view: RevisionView): Promise<string[]> =>
  (await read(parts, view)).blocks.map(blockText)

interface Case {
  readonly body: string
  readonly accepted: readonly string[]
  readonly rejected: readonly string[]
  /** Kind and words of each, as listed. */
  readonly revisions: readonly string[]
}

const cases: Readonly<Record<string, Case>> = {
  'words put in': {
    body: paragraph(run('tăng ') + ins(run('mạnh'))),
    ...{ accepted: ['tăng mạnh'], rejected: ['tăng '], revisions: ['inserted mạnh'] },
  },
  'words taken out': {
    body: paragraph(run('tăng ') + del('chậm')),
    ...{ accepted: ['tăng '], rejected: ['tăng chậm'], revisions: ['deleted chậm'] },
  },
  'words that one put in and another took out': {
    body: paragraph(run('a ') + ins(del('b'))),
    ...{ accepted: ['a '], rejected: ['a '], revisions: ['inserted b', 'deleted b'] },
  },
  'words moved on': {
    body: paragraph(run('một') + from(' hai')) + paragraph(run('ba') + to(' hai')),
    accepted: ['một', 'ba hai'],
    rejected: ['một hai', 'ba'],
    revisions: ['moved-from  hai', 'moved-to  hai'],
  },
  'letters set in bold': {
    body: paragraph(run('đậm', `<w:b/><w:rPrChange ${by}><w:rPr/></w:rPrChange>`)),
    ...{ accepted: ['*đậm*'], rejected: ['đậm'], revisions: ['formatted đậm'] },
  },
  'a paragraph set in the middle': {
    body: paragraph('a', `<w:jc w:val="center"/><w:pPrChange ${by}><w:pPr/></w:pPrChange>`),
    ...{ accepted: ['center a'], rejected: ['a'], revisions: ['formatted '] },
  },
  'a paragraph cut in two': {
    body: paragraph('một ', mark('ins')) + paragraph('hai'),
    ...{ accepted: ['một ', 'hai'], rejected: ['một hai'], revisions: ['paragraph-inserted '] },
  },
  'two paragraphs joined': {
    body: paragraph('một ', mark('del')) + paragraph('hai'),
    ...{ accepted: ['một hai'], rejected: ['một ', 'hai'], revisions: ['paragraph-deleted '] },
  },
  'a whole paragraph put in': {
    body: paragraph('a') + paragraph(ins(run('mới')), mark('ins')) + paragraph('b'),
    accepted: ['a', 'mới', 'b'],
    rejected: ['a', 'b'],
    revisions: ['inserted mới', 'paragraph-inserted '],
  },
  'a whole paragraph taken out, with its number and format': {
    body:
      paragraph('a', inList()) +
      paragraph(del('cũ'), `${inList()}<w:jc w:val="center"/>${mark('del')}`) +
      paragraph('b', inList()),
    accepted: ['1. a', '2. b'],
    rejected: ['1. a', 'center 2. cũ', '3. b'],
    revisions: ['deleted cũ', 'paragraph-deleted '],
  },
  'a paragraph that was moved': {
    body: paragraph(from('câu'), mark('moveFrom')) + paragraph('giữa') + paragraph(to('câu'), mark('moveTo')),
    accepted: ['giữa', 'câu'],
    rejected: ['câu', 'giữa'],
    revisions: ['moved-from câu', 'paragraph-deleted ', 'moved-to câu', 'paragraph-inserted '],
  },
  'a row put in': {
    body: grid(row(cell('a')), row(cell('mới'), `<w:ins ${by}/>`)),
    ...{ accepted: ['[a][mới]'], rejected: ['[a]'], revisions: ['row-inserted mới '] },
  },
  'a row taken out': {
    body: grid(row(cell('a')), row(cell('cũ'), `<w:del ${by}/>`)),
    ...{ accepted: ['[a]'], rejected: ['[a][cũ]'], revisions: ['row-deleted cũ '] },
  },
  'a table put in': {
    body: paragraph('a') + grid(row(cell('mới'), `<w:ins ${by}/>`)),
    ...{ accepted: ['a', '[mới]'], rejected: ['a'], revisions: ['row-inserted mới '] },
  },
  'a cell put in': {
    body: grid(row(cell('a') + cell('mới', `<w:cellIns ${by}/>`))),
    ...{ accepted: ['[a|mới]'], rejected: ['[a]'], revisions: ['cell-inserted mới '] },
  },
  'a cell taken out': {
    body: grid(row(cell('a') + cell('cũ', `<w:cellDel ${by}/>`))),
    ...{ accepted: ['[a]'], rejected: ['[a|cũ]'], revisions: ['cell-deleted cũ '] },
  },
  'cells merged': {
    body: grid(
      row(cell('a', `<w:cellMerge ${by} w:vMerge="rest"/>`)),
      row(cell('', `<w:cellMerge ${by} w:vMerge="cont"/>`)),
    ),
    accepted: ['[a(2)][]'],
    rejected: ['[a][]'],
    revisions: ['cell-merged a ', 'cell-merged  '],
  },
}

describe('a tracked change is read as accepted and as rejected, and listed', () => {
  test.each(Object.entries(cases))('%s', async (_, { body, accepted, rejected, revisions }) => {
    const parts = { body, numbering: numbering(['decimal', '%1.']) }
    expect(await lines(parts, 'accepted')).toEqual(accepted)
    expect(await lines(parts, 'rejected')).toEqual(rejected)
    const { marks } = await read(parts, 'accepted')
    expect(marks.revisions.map(({ kind, text }) => `${kind} ${text}`)).toEqual(revisions)
    for (const { author, at } of marks.revisions)
      expect([author, at]).toEqual(['Lan', '2026-03-12T08:00:00Z'])
  })
})

test('says how the paragraph of a change begins', async () => {
  const { marks } = await read({ body: paragraph(run('Thu ') + del('ít') + ins(run('nhiều'))) }, 'accepted')
  expect(marks.revisions.map(({ within }) => within)).toEqual(['Thu nhiều', 'Thu nhiều'])
})

test('changes in notes and of the marks that lead to them are rejected too', async () => {
  const parts = {
    body: paragraph(run('a') + footnoteReference(2) + ins(footnoteReference(3))),
    footnotes: footnote(2, 'x').replace('</w:p>', `${ins(run(' thêm'))}</w:p>`) + footnote(3, 'mới'),
  }
  const notes = async (view: RevisionView) =>
    Object.values((await read(parts, view)).notes).map(([one]) => one && blockText(one))
  expect(await notes('accepted')).toEqual(['x thêm', 'mới'])
  expect(await notes('rejected')).toEqual(['x'])
})

test('changes four hundred deep are refused; of 25 000 beside one another the first 20 000 are listed', async () => {
  const deep = `${'<w:ins>'.repeat(400)}${run('a')}${'</w:ins>'.repeat(400)}`
  await expect(read({ body: paragraph(deep) }, 'rejected')).rejects.toThrow('lồng nhau')
  const wide = paragraph(Array.from({ length: 25_000 }, (_, index) => ins(run(`${index * 7919}`))).join(''))
  const { marks } = await read({ body: wide }, 'accepted')
  expect(marks.revisions).toHaveLength(20_000)
  expect(await lines({ body: wide }, 'rejected')).toEqual([''])
})

test('a change without author, date or properties is read like any other', async () => {
  const body = paragraph(`<w:ins>${run('a')}</w:ins>`, '<w:pPrChange/>') + grid(row(cell('b'), '<w:del/>'))
  expect(await lines({ body }, 'rejected')).toEqual(['', '[b]'])
  const { marks } = await read({ body }, 'accepted')
  expect(marks.revisions.map(({ author, at }) => author + at)).toEqual(['', '', ''])
})
