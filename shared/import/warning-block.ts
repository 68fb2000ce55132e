import type { ImportedBlock, ImportWarning } from '../ipc/contract'

/**
 * The block that a warning is about, as far as its place says: by the words that it quotes. Undefined for what
 * concerns the whole file, or words that were left out.
 */
export function blockOfWarning(
  { place }: ImportWarning,
  blocks: readonly Pick<ImportedBlock, 'id' | 'text'>[],
): string | undefined {
  const quote = /“(.+?)…?”/u.exec(place)?.[1]
  if (quote === undefined) return undefined
  const words = plain(quote)
  // Blocks bear their numbers apart from their words; the file had both in one line.
  const bare = words.replace(/^(?:phần \S+ \S+|\S{1,6}[.)/-]+)\s*/u, '')
  return (withWords(blocks, words) ?? (bare.length > 3 ? withWords(blocks, bare) : undefined))?.id
}

const withWords = <Block extends Pick<ImportedBlock, 'text'>>(
  blocks: readonly Block[],
  words: string,
): Block | undefined =>
  blocks.find(({ text }) => plain(text).startsWith(words)) ??
  blocks.find(({ text }) => plain(text).includes(words))

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase()
