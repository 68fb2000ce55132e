import { noteRefSign } from '../report/text-blocks'

/*
 * Words are compared by their letters alone: white space, borders of blocks and marks of notes come and go when a
 * paragraph is split, joined or pasted, and the words stay the same words.
 */

const notLetters = new RegExp(`[\\s\\u200b${noteRefSign}]+`, 'gu')

export const lettersIn = (text: string): string => text.replace(notLetters, '')

const isLetter = (unit: string): boolean => !/[\s\u200b\ufffc]/u.test(unit)

/** How many letters stand before an offset of the text. */
export const lettersBefore = (text: string, offset: number): number => lettersIn(text.slice(0, offset)).length

/** The offset of the letter of that index; the text's length where there are not so many. */
export function offsetOfLetter(text: string, index: number): number {
  let left = index
  for (let offset = 0; offset < text.length; offset++)
    if (isLetter(text[offset] ?? '') && left-- === 0) return offset
  return text.length
}

/** How far two texts agree, from their ends backwards. */
export function commonEnd(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length])
    length++
  return length
}

/** How far two texts agree, from their starts on. */
export function commonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}
