import { noteRefSign } from '../report/text-blocks'

/** What stands between white space: in Vietnamese a syllable, with its punctuation. */
export interface Word {
  readonly from: number
  readonly to: number
  /** Without the marks of notes that stand within. */
  readonly text: string
}

/** Marks of notes before and behind a word are not part of it, so that a new note does not change the word it follows. */
export function wordsIn(text: string): readonly Word[] {
  const words: Word[] = []
  for (const { 0: run, index } of text.matchAll(/\S+/gu)) {
    const bare = run.replaceAll(noteRefSign, '')
    if (bare === '') continue
    const from = index + signsBefore(run)
    words.push({ from, to: index + run.length - signsBehind(run), text: bare })
  }
  return words
}

function signsBefore(run: string): number {
  let count = 0
  while (run[count] === noteRefSign) count++
  return count
}

function signsBehind(run: string): number {
  let count = 0
  while (run[run.length - 1 - count] === noteRefSign) count++
  return count
}
