import type { SampleBlock } from './read-source'

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/** What a typist puts before each block: "Phần thứ nhất", "A- ", "2.1. ", "(3). ", "- "; counted here by hand, as typists do. */
export function typeNumbers(blocks: readonly SampleBlock[]): string[] {
  const counts = [0, 0, 0, 0, 0, 0]
  let paragraphs = 0
  let targets = 0
  let wordings = 0
  return blocks.map(block => {
    switch (block.kind) {
      case 'heading':
        paragraphs = 0
        if (block.level === 1) targets = 0
        counts[block.level]!++
        counts.fill(0, block.level + 1)
        return headingNumber(block.level, counts)
      case 'number':
        return `${++paragraphs}. `
      case 'target':
        return `(${++targets}). `
      case 'bullet':
        return '- '
      case 'wording':
        return `Chủ đề ${++wordings}: `
      default:
        return ''
    }
  })
}

function headingNumber(level: number, counts: readonly number[]): string {
  const count = counts[level]!
  if (level === 1) return count === 1 ? 'Phần thứ nhất' : 'Phần thứ hai'
  if (level === 2) return `${'ABCD'[count - 1]}- `
  if (level === 3) return `${romans[count - 1]}- `
  return level === 4 ? `${count}. ` : `${counts[4]}.${count}. `
}

/** What a typist puts in the column TT. */
export function typeRowNumbers(rows: readonly Extract<SampleBlock, { kind: 'row' }>[]): string[] {
  const counts = { A: 0, R: 0, 1: 0, s: 0 }
  return rows.map(({ row }) => {
    counts[row]++
    if (row === 'A') counts.R = 0
    if (row === 'A') return 'ABC'[counts.A - 1]!
    if (row === 'R') return romans[counts.R - 1]!
    return row === '1' ? String(counts[1]) : ''
  })
}
