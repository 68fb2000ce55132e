import { blocksOfContent } from '../compare/blocks-of-content'
import type { Comparison } from '../compare/compare-contents'
import { contentOf } from '../compare/content'
import { pairNotes } from '../compare/note-differences'
import { numberNotes } from '../numbering/number-notes'
import { printHeader, printSignature, printTitle } from '../print/print-header'
import { printReport } from '../print/print-report'
import { profileOf } from '../print/profiles'
import type { NoteId } from '../report/ids'
import type { Report } from '../report/report'
import type { Merging } from './merge-paragraphs'
import type { RedlineDocument, RedlineOptions } from './redline-document'
import { mergeHeader, mergeLines, mergeSignature } from './redline-front'
import { redlineBlocks } from './redline-blocks'

/**
 * Two reports as one on paper, set by the layout profile of the new one. `comparison` is that of the two
 * (`compareReports(was, now)`).
 */
export function redlineOf(
  was: Report,
  now: Report,
  comparison: Comparison,
  options: RedlineOptions,
): RedlineDocument {
  const profile = profileOf(now.fields.profile)
  const merging: Merging = { hand: options.by, notes: noteNames(was, now) }
  const [before, after] = [was.fields, now.fields]
  return {
    profile,
    properties: printReport(now, profile).properties,
    names: options.names,
    header: mergeHeader(printHeader(before, profile), printHeader(after, profile), merging),
    title: mergeLines(printTitle(before, profile), printTitle(after, profile), merging),
    blocks: redlineBlocks({ was, now }, comparison.flow, { profile, merging, authors: options.authors }),
    signature: mergeSignature(printSignature(before, profile), printSignature(after, profile), merging),
  }
}

/** Printed numbers of notes, and which old note is which of today. */
function noteNames(was: Report, now: Report): Merging['notes'] {
  const pairs = pairNotes(blocksOfContent(contentOf(was)), blocksOfContent(contentOf(now)))
  const today = new Map(
    pairs.flatMap(({ was: old, now: fresh }) => (old && fresh ? [[old, fresh] as const] : [])),
  )
  return {
    was: namesIn(was, id => today.get(id) ?? `gone ${id}`),
    now: namesIn(now, id => id),
  }
}

function namesIn({ text }: Report, nameOf: (id: NoteId) => string): (number: number) => string {
  const names = new Map([...numberNotes(text)].map(([id, number]) => [number, nameOf(id)]))
  return number => names.get(number) ?? ''
}
