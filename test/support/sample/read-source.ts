import { readFileSync } from 'node:fs'

/*
 * The sample report as its author keeps it, one block a line:
 *   = field: value          (lines of a field divided by |)
 *   ? one alternative wording of the theme
 *   # part  ## letter  ### roman  #### number  ##### subnumber   (a title over two lines: divided by |)
 *   + numbered paragraph   (*) target   - bullet   anything else: a paragraph
 *   | kind | name | unit | base | target | result | remark       kind: A, R (groups), 1 (indicator), s (sub)
 *   {{a footnote}} where its mark stands
 */

export type SampleBlock =
  | { readonly kind: 'field'; readonly name: string; readonly lines: readonly string[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5; readonly lines: readonly string[] }
  | {
      readonly kind: 'wording' | 'number' | 'target' | 'bullet' | 'paragraph'
      readonly pieces: readonly Piece[]
    }
  | { readonly kind: 'row'; readonly row: 'A' | 'R' | '1' | 's'; readonly cells: readonly string[] }

/** Words, or the text of a note whose mark stands here. */
export type Piece = { readonly words: string } | { readonly note: string }

const source = new URL('../../../resources/sample/bao-cao-mau.nguon.txt', import.meta.url)

export const readSource = (): SampleBlock[] =>
  readFileSync(source, 'utf8').trimEnd().split('\n').map(readLine)

function readLine(line: string): SampleBlock {
  const field = /^= (\w+): (.*)$/.exec(line)
  if (field) return { kind: 'field', name: field[1]!, lines: field[2]!.split('|') }
  const heading = /^(#{1,5}) (.*)$/.exec(line)
  if (heading) return { kind: 'heading', level: heading[1]!.length as 1, lines: heading[2]!.split('|') }
  if (line.startsWith('| ')) {
    const [kind = '', ...cells] = line.slice(2).split(' | ')
    return {
      kind: 'row',
      row: kind as 'A',
      cells: Array.from({ length: 6 }, (_, index) => cells[index] ?? ''),
    }
  }
  const marked = /^(\?|\+|\(\*\)|-) (.*)$/.exec(line)
  return { kind: kinds[marked?.[1] ?? ''] ?? 'paragraph', pieces: piecesOf(marked?.[2] ?? line) }
}

const kinds: Record<string, 'wording' | 'number' | 'target' | 'bullet'> = {
  '?': 'wording',
  '+': 'number',
  '(*)': 'target',
  '-': 'bullet',
}

const piecesOf = (text: string): Piece[] =>
  text
    .split(/(\{\{.*?\}\})/)
    .filter(piece => piece !== '')
    .map(piece => (piece.startsWith('{{') ? { note: piece.slice(2, -2) } : { words: piece }))
