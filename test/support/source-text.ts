import { readDocx } from '../../electron/host/import/docx/read-docx'
import type {
  SourceBlock,
  SourceDocument,
  SourceInline,
  SourceParagraph,
  SourceTable,
} from '../../shared/import/source'
import { type DocxParts, makeDocx, paragraph } from './make-docx'

export const readParts = async (parts: DocxParts): Promise<SourceDocument> => readDocx(await makeDocx(parts))
export const readBody = (body: string): Promise<SourceDocument> => readParts({ body })
/** What a paragraph of these inlines is read as. */
export const readInlines = async (inside: string): Promise<readonly SourceInline[]> =>
  paragraphAt(await readBody(paragraph(inside))).inlines

export function paragraphAt(document: SourceDocument, index = 0): SourceParagraph {
  const block = document.blocks[index]
  if (block?.kind !== 'paragraph') throw new Error(`Block ${index} is no paragraph`)
  return block
}

export function tableAt(document: SourceDocument, index = 0): SourceTable {
  const block = document.blocks[index]
  if (block?.kind !== 'table') throw new Error(`Block ${index} is no table`)
  return block
}

/** Text of a block; breaks as "⏎", notes as "*". */
export function textOf(block: SourceBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return block.inlines
        .map(inline => (inline.kind === 'text' ? inline.text : inline.kind === 'break' ? '⏎' : '*'))
        .join('')
    case 'table':
      return block.rows
        .map(row => row.cells.map(cell => cell.blocks.map(textOf).join(' ')).join('|'))
        .join('/')
    case 'text_box':
      return `[${block.blocks.map(textOf).join(' ')}]`
  }
}

export const textsOf = (document: SourceDocument): string[] => document.blocks.map(textOf)
export const numbersOf = (document: SourceDocument): (string | undefined)[] =>
  document.blocks.map(block => (block.kind === 'paragraph' ? block.number : undefined))
/** Marks by text, for paragraphs of one text each. */
export const marksIn = (inlines: readonly SourceInline[]) =>
  inlines.map(inline => (inline.kind === 'text' ? [inline.text, inline.marks] : inline.kind))
export const codesOf = (document: SourceDocument): string[] => document.warnings.map(warning => warning.code)
