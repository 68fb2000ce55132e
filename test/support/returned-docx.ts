import { paragraph } from './make-docx'

/** A comment for the part `comments`. */
export const comment = (id: number, words: string, author: string): string =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="2026-03-12T08:00:00Z">${paragraph(words)}</w:comment>`

export const commentStart = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`

export const commentEnd = (id: number): string =>
  `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
