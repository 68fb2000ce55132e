import type { PrintHeader, PrintLine, PrintSignature } from '../print/print-document'
import { mergeParagraphs, oneSided, type Merging } from './merge-paragraphs'
import type { RedlineHeader, RedlineParagraph, RedlineSignature } from './redline-document'
import { changesOf } from './redline-tables'
import { sideLine, type SideParagraph } from './side-text'

/** What stands above the text, line by line; both are printed by one profile, so their cells lie alike. */
export const mergeHeader = (was: PrintHeader, now: PrintHeader, merging: Merging): RedlineHeader => ({
  circulation: mergeLines(listOf(was.circulation), listOf(now.circulation), merging),
  rows: now.rows.map(({ left, right }, index) => ({
    left: cellLines(was.rows[index]?.left ?? [], left, merging),
    right: cellLines(was.rows[index]?.right ?? [], right, merging),
  })),
})

const listOf = (line: PrintLine | null): readonly PrintLine[] => (line ? [line] : [])

/** Lines of the text's own width: where one side has none, all of the other's came or are gone. */
export function mergeLines(
  was: readonly PrintLine[],
  now: readonly PrintLine[],
  merging: Merging,
): readonly RedlineParagraph[] {
  const [gone, come] = changesOf(merging)
  if (was.length === 0) return oneSided(now.map(sideLine), come)
  if (now.length === 0) return oneSided(was.map(sideLine), gone)
  return mergeParagraphs(was.map(sideLine), now.map(sideLine), merging)
}

/** A cell always keeps a paragraph. */
const cellLines = (was: readonly PrintLine[], now: readonly PrintLine[], merging: Merging) =>
  mergeParagraphs(filled(was), filled(now), merging)

const filled = (lines: readonly PrintLine[]): readonly SideParagraph[] =>
  lines.length > 0 ? lines.map(sideLine) : [{ form: { kind: 'gap' }, number: '', runs: [] }]

export function mergeSignature(
  was: PrintSignature | null,
  now: PrintSignature | null,
  merging: Merging,
): RedlineSignature | null {
  const [gone, come] = changesOf(merging)
  if (was && now)
    return {
      recipients: cellLines(was.recipients, now.recipients, merging),
      signer: cellLines(was.signer, now.signer, merging),
      change: null,
    }
  const change = now ? come : gone
  const only = now ?? was
  return (
    only && {
      recipients: oneSided(filled(only.recipients), change),
      signer: oneSided(filled(only.signer), change),
      change,
    }
  )
}
