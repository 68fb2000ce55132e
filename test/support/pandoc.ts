import { execFileSync, spawnSync } from 'node:child_process'
import type { SourceBlock, SourceDocument } from '../../shared/import/source'

/** What two readers of one Word file can be compared by. Automatic numbers are left out: pandoc makes lists of them. */
export interface Contents {
  readonly words: readonly string[]
  readonly notes: number
  readonly tables: number
}

export const pandocIsThere = (): boolean => spawnSync('pandoc', ['--version']).status === 0

interface AstNode {
  readonly t: string
  readonly c?: unknown
}

/** What pandoc finds: insertions accepted, text boxes dropped (its defaults). */
export function pandocContents(path: string): Contents {
  const json = execFileSync('pandoc', ['-f', 'docx', '-t', 'json', path], { maxBuffer: 1e9 }).toString()
  const ast = JSON.parse(json) as { readonly blocks: unknown; readonly meta: unknown }
  const found: Found = { text: '', noteText: '', notes: 0, tables: 0 }
  visit(ast.meta, found)
  found.text += ' '
  visit(ast.blocks, found)
  return { words: wordsIn(`${found.text} ${found.noteText}`), notes: found.notes, tables: found.tables }
}

interface Found {
  text: string
  noteText: string
  notes: number
  tables: number
}

const spaces = new Set(['Space', 'SoftBreak', 'LineBreak'])
const blockKinds = new Set(['Para', 'Plain', 'Header', 'Table', 'CodeBlock', 'LineBlock', 'MetaInlines'])

function visit(at: unknown, found: Found): void {
  if (Array.isArray(at)) {
    for (const item of at) visit(item, found)
    return
  }
  if (typeof at !== 'object' || at === null) return
  const { t, c } = at as Partial<AstNode>
  if (t === undefined) {
    for (const item of Object.values(at)) visit(item, found)
    return
  }
  if (t === 'Note') {
    found.notes++
    // Beside the text, so that the mark does not cut a word in two.
    const note = { ...found, text: '', noteText: '' }
    visit(c, note)
    Object.assign(found, note, {
      text: found.text,
      noteText: `${found.noteText} ${note.text} ${note.noteText}`,
    })
    return
  }
  if (t === 'Table') found.tables++
  if (blockKinds.has(t)) found.text += ' '
  if (t === 'Str' || t === 'MetaString') found.text += String(c)
  else if (spaces.has(t)) found.text += ' '
  else if (t === 'Code' || t === 'CodeBlock' || t === 'Math') found.text += String((c as unknown[])[1])
  else if (t !== 'Image') visit(c, found)
  if (blockKinds.has(t)) found.text += ' '
}

/** What our reader finds, without text boxes, which pandoc drops. */
export function sourceContents(document: SourceDocument): Contents {
  let tables = 0
  let notes = 0
  const textOf = (block: SourceBlock): string => {
    switch (block.kind) {
      case 'paragraph':
        return block.inlines
          .map(inline => {
            if (inline.kind === 'note') notes++
            return inline.kind === 'text' ? inline.text : inline.kind === 'break' ? ' ' : ''
          })
          .join('')
      case 'table':
        tables++
        return block.rows.flatMap(row => row.cells.map(cell => cell.blocks.map(textOf).join(' '))).join(' ')
      case 'text_box':
        return ''
    }
  }
  const blocks = [...document.blocks, ...Object.values(document.notes).flat()]
  return { words: wordsIn(blocks.map(textOf).join(' ')), notes, tables }
}

const wordsIn = (text: string): string[] =>
  text
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .toLowerCase()
    .split(/[\s\u00a0]+/u)
    .filter(Boolean)

/** Words that only one of the two has, as a share of what the second has; order does not count. */
export function wordDifference(
  ours: readonly string[],
  theirs: readonly string[],
): { share: number; words: string[] } {
  const left = new Map<string, number>()
  for (const word of theirs) left.set(word, (left.get(word) ?? 0) + 1)
  for (const word of ours) left.set(word, (left.get(word) ?? 0) - 1)
  const words: string[] = []
  for (const [word, count] of left)
    if (count !== 0) words.push(`${count > 0 ? '-' : '+'}${Math.abs(count)} ${word}`)
  const different = [...left.values()].reduce((sum, count) => sum + Math.abs(count), 0)
  return { share: different / Math.max(theirs.length, 1), words }
}
