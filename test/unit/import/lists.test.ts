import { expect, test } from 'vitest'
import type { SourceBlock } from '../../../shared/import/source'
import { recognise } from '../../../shared/import/recognise'
import { blocksOf } from '../../../shared/report/nodes'
import { bare, bold, boldPara, centred, noteMark, numbered, para, source } from '../../support/build-source'
import { reportLines } from '../../support/report-lines'

const linesOf = (...blocks: SourceBlock[]) => reportLines(recognise(source(blocks)).report)
const firstBlock = (...blocks: SourceBlock[]) =>
  recognise(source(blocks)).report.text.firstChild?.firstChild?.toJSON() as Record<string, unknown>

test('typed marks that we print the same become lists and leave the text', () => {
  expect(linesOf(para('1. Một'), para('a) Hai'), para('(1). Ba'), para('- Bốn'), para('-Năm'))).toEqual([
    'number list | 1. | Một',
    'letter list | a) | Hai',
    'target list | (1). | Ba',
    'bullet list | - | Bốn',
    'bullet list | - | Năm',
  ])
})

test('typed marks that we would print differently stay in the text', () => {
  const kept = [
    '1) Một',
    'a. Hai',
    '(1) Ba',
    '+ Bốn',
    '* Năm',
    '1.1. Sáu',
    'f) Bảy',
    '• Tám',
    '5.000 đồng',
    '-5 độ',
  ]
  expect(linesOf(...kept.map(text => para(text)))).toEqual(kept.map(text => `none |  | ${text}`))
})

test('a list that counts on, or from elsewhere, prints the number that was typed', () => {
  const lines = linesOf(
    boldPara('I. MỘT'),
    para('1. Một'),
    boldPara('II. HAI'),
    para('2. Hai'),
    para('3. Ba'),
    para('e) Chữ e'),
    para('d) Chữ d'),
  )
  expect(lines.filter(line => !line.startsWith('roman'))).toEqual([
    'number list | 1. | Một',
    'number list | 2. | Hai',
    'number list | 3. | Ba',
    'letter list | e) | Chữ e',
    'letter list | d) | Chữ d',
  ])
})

test('a start is set only where counting does not give the number', () => {
  const { report } = recognise(source([para('1. Một'), para('2. Hai'), para('5. Năm')]))
  const starts: unknown[] = []
  report.text.firstChild?.forEach(block => starts.push(block.attrs['start']))
  expect(starts).toEqual([null, null, 5])
  const parts = recognise(
    source([centred('Phần I'), para('(1). Một'), centred('Phần II'), centred('HAI'), para('(1). Một')]),
  )
  expect(blocksOf(parts.report.text).map(block => (block.attrs['start'] as unknown) ?? null)).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('bullets of symbol fonts made by Word become hyphens, a plus sign stays', () => {
  expect(
    linesOf(numbered('\uf0b7', para('Một')), numbered('o', para('Hai')), numbered('+', para('Ba'))),
  ).toEqual(['bullet list | - | Một', 'bullet list | - | Hai', 'none |  | + Ba'])
})

test('columns faked with spaces shrink to one space, a no-break space stays', () => {
  expect(
    linesOf(para('- Dịch vụ:                 7,1 - 8,2%;'), para('trồng 12\u00a0héc-ta'), para('Thu \t 5')),
  ).toEqual(['bullet list | - | Dịch vụ: 7,1 - 8,2%;', 'none |  | trồng 12\u00a0héc-ta', 'none |  | Thu\t5'])
})

test('a mark is found behind a no-break space and in decomposed letters, and the text becomes NFC', () => {
  expect(linesOf(bare('1.\u00a0Thực hiện tốt.'), bare('Đie\u0302\u0300u'))).toEqual([
    'number list | 1. | Thực hiện tốt.',
    'none |  | Điều',
  ])
})

test('marks and notes of a list paragraph stay with their words when the number goes', () => {
  const json = firstBlock(para(bold('1. Đã'), ' làm', noteMark('7'), '.'))
  expect(json['content']).toEqual([
    { type: 'text', text: 'Đã', marks: [{ type: 'strong' }] },
    { type: 'text', text: ' làm' },
    { type: 'note_ref', attrs: { id: expect.any(String) as string } },
    { type: 'text', text: '.' },
  ])
})

test('links and other marks come over', () => {
  const text = {
    kind: 'text',
    text: 'trang',
    marks: { href: 'https://a.vn', em: true, superscript: true },
  } as const
  expect(firstBlock(para(text))['content']).toEqual([
    {
      type: 'text',
      text: 'trang',
      marks: [{ type: 'link', attrs: { href: 'https://a.vn' } }, { type: 'em' }, { type: 'superscript' }],
    },
  ])
})

test('alternatives in a row become one options block with their words', () => {
  const { report, counts } = recognise(
    source([bare('Chủ đề 1: Đoàn kết.'), bare('Chủ đề 2: Sáng tạo.'), bare('Chủ đề chung.')]),
  )
  expect(counts.options).toBe(2)
  const [options] = [...report.options.values()]
  expect(options?.name).toBe('Chủ đề')
  expect(options?.wordings.map(({ body }) => body.textContent)).toEqual(['Đoàn kết.', 'Sáng tạo.'])
  expect(reportLines(report)).toEqual(['options', 'none |  | Chủ đề chung.'])
})

test('one alternative alone, or one with a note, stays text', () => {
  expect(linesOf(para('Phương án 1: Xây mới.'), para('Khác.'))).toHaveLength(2)
  expect(
    linesOf(para('Phương án 1: Xây', noteMark('1')), para('Phương án 2: Sửa')).every(line =>
      line.startsWith('none'),
    ),
  ).toBe(true)
})
