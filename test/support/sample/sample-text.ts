import type { Piece, SampleBlock } from './read-source'
import { typeNumbers, typeRowNumbers } from './typed-numbers'

/**
 * The sample as a text extractor leaves it: a line break where each footnote's mark was, the notes at the end
 * with their numbers lost, the table as one cell a line under what is left of its head.
 */
export function sampleText(blocks: readonly SampleBlock[]): string {
  const numbers = typeNumbers(blocks)
  const lines = [...headLines(blocks)]
  blocks.forEach((block, index) => lines.push(...blockLines(block, numbers[index]!)))
  lines.push(...tableLines(blocks), '')
  for (const note of notesOf(blocks)) lines.push('', `(\ufffd) ${note}`, '')
  return lines.join('\n') + '\n'
}

/** The lines of a field; none where the sample has no such field. */
export const fieldOf = (blocks: readonly SampleBlock[], name: string): readonly string[] =>
  blocks.flatMap(block => (block.kind === 'field' && block.name === name ? block.lines : []))

function headLines(blocks: readonly SampleBlock[]): string[] {
  const [place = ''] = fieldOf(blocks, 'place')
  const [date = ''] = fieldOf(blocks, 'date')
  return [
    ...[...fieldOf(blocks, 'superiorBody'), ...fieldOf(blocks, 'issuingBody')],
    ' *',
    '',
    `Dự thảo lần ${fieldOf(blocks, 'draftNumber').join('')}`,
    '\tĐẢNG CỘNG SẢN VIỆT NAM',
    ...['', '', `${place}, ${date}`, '', ''],
    ...fieldOf(blocks, 'type'),
    ...fieldOf(blocks, 'title'),
    '-----',
  ]
}

function blockLines(block: SampleBlock, number: string): string[] {
  switch (block.kind) {
    case 'field':
    case 'row':
      return []
    case 'heading':
      return block.level === 1
        ? [number, '', ...block.lines.flatMap(line => [`${line} `, '']).slice(0, -1)]
        : (number + block.lines.join(' |')).split('|').flatMap(line => [line, ''])
    default:
      return [number + block.pieces.map(pieceText).join('')]
  }
}

const pieceText = (piece: Piece): string => ('note' in piece ? '\n' : piece.words)

export const notesOf = (blocks: readonly SampleBlock[]): string[] =>
  blocks.flatMap(block =>
    'pieces' in block ? block.pieces.flatMap(piece => ('note' in piece ? [piece.note] : [])) : [],
  )

function tableLines(blocks: readonly SampleBlock[]): string[] {
  const rows = blocks.filter(block => block.kind === 'row')
  const numbers = typeRowNumbers(rows)
  const head = [
    ' \tMục tiêu Đại hội XVIII',
    '\tKết quả thực hiện đến nay',
    '\tGhi chú',
    '',
    ...Array<string>(7).fill('\t'),
  ]
  return [
    ...head,
    ...rows.flatMap((row, index) => [
      '',
      ...[numbers[index]!, ...row.cells].map(cell => `\t${cell || '\u00a0'}`),
    ]),
  ]
}
