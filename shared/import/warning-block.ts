import type { ImportedBlock, ImportWarning } from '../ipc/contract'

type Block = Pick<ImportedBlock, 'id' | 'text'>

/**
 * Finds the block that a warning is about, as far as its place says: by the words that it quotes. Undefined for what
 * concerns the whole file, or words that were left out. The blocks are folded once, at the first question.
 */
export function warningBlocks(blocks: readonly Block[]): (warning: ImportWarning) => string | undefined {
  let folded: readonly Block[] | undefined
  return ({ place }) => {
    const quote = /“(.+?)…?”/u.exec(place)?.[1]
    if (quote === undefined) return undefined
    folded ??= blocks.map(({ id, text }) => ({ id, text: plain(text) }))
    const words = plain(quote)
    // Blocks bear their numbers apart from their words; the file had both in one line.
    const bare = words.replace(/^(?:phần \S+ \S+|\S{1,6}[.)/-]+)\s*/u, '')
    return (withWords(folded, words) ?? (bare.length > 3 ? withWords(folded, bare) : undefined))?.id
  }
}

const withWords = (folded: readonly Block[], words: string): Block | undefined =>
  folded.find(({ text }) => text.startsWith(words)) ?? folded.find(({ text }) => text.includes(words))

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase()
