import type { EditorProps } from 'prosemirror-view'
import { noteSchema } from '../../../shared/report/schema'
import { cleanText } from '../../../shared/util/text'
import { cleanHtml } from './clean-html'
import { noteParser } from './parse-rules'
import { plainSpacesIn } from './plain-spaces'
import { readLines } from './plain-text'

/** Copying and pasting in notes and wordings: paragraphs and marks, nothing else. */
export const plainClipboardProps = (): EditorProps => ({
  domParser: noteParser,
  clipboardParser: noteParser,
  clipboardTextParser: (text, $context) =>
    readLines(noteSchema, cleanText(text).split(/(?:\r\n?|\n)+/), $context.marks()),
  transformPastedHTML: cleanHtml,
  transformPasted: plainSpacesIn,
})
