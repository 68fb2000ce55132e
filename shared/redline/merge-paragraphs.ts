import { compareTexts } from '../compare/compare-texts'
import type { PrintMarks, PrintNote, PrintRun } from '../print/print-document'
import { ParagraphWriter } from './paragraph-writer'
import type { Hand, RedlineChange, RedlineNote, RedlineParagraph } from './redline-document'
import {
  cut,
  emptyParagraph,
  piecesIn,
  sideParagraph,
  sideText,
  type NameOfNote,
  type Piece,
  type SideParagraph,
} from './side-text'

/** What is the same wherever paragraphs are merged. */
export interface Merging {
  /** Whose the changes are. */
  readonly hand: Hand
  readonly notes: { readonly was: NameOfNote; readonly now: NameOfNote }
}

/**
 * Paragraphs that became others, word by word; ends that came or went are told as such, the last one stays. So it holds
 * for one paragraph, for one that was split, and for everything in a cell or note. Neither side may be empty.
 */
export function mergeParagraphs(
  was: readonly SideParagraph[],
  now: readonly SideParagraph[],
  merging: Merging,
): readonly RedlineParagraph[] {
  const [old, fresh] = [sideText(was, merging.notes.was), sideText(now, merging.notes.now)]
  const writer = new ParagraphWriter(was, now, merging.hand)
  for (const part of compareTexts(old, fresh)) {
    const [before, after] = [piecesIn(old, part.was), piecesIn(fresh, part.now)]
    if (part.kind === 'same') writeSame(writer, before, after, merging)
    else
      for (const { run } of part.kind === 'removed' ? before : after)
        writeOneSided(writer, run, { kind: part.kind, hand: merging.hand })
  }
  writer.end(null)
  return writer.paragraphs
}

/** Paragraphs of one side only. The end of the last one stays where it ends a note. */
export function oneSided(
  paragraphs: readonly SideParagraph[],
  change: RedlineChange,
  lastEnd: RedlineChange | null = change,
): readonly RedlineParagraph[] {
  const isOld = change.kind === 'removed' || change.kind === 'moved-away'
  return paragraphs.map(({ form, number, runs }, index) => ({
    kind: 'paragraph',
    form,
    formWas: null,
    number: isOld ? { was: number, now: null } : { was: null, now: number },
    runs: runs.map(run => ({ run: oneSidedRun(run, change), change, marksWas: null })),
    end: index === paragraphs.length - 1 ? lastEnd : change,
    hand: change.hand,
  }))
}

function writeOneSided(writer: ParagraphWriter, run: Piece['run'], change: RedlineChange): void {
  if (run.kind === 'end') writer.end(change)
  else writer.add({ run: oneSidedRun(run, change), change, marksWas: null })
}

const oneSidedRun = (run: PrintRun, change: RedlineChange) =>
  run.kind === 'note' ? oneSidedNote(run.note, change) : run

/** A note's body lies in a part of its own, where a move has no other end: there it came or is gone. */
export function oneSidedNote(note: PrintNote, { kind, hand }: RedlineChange): RedlineNote {
  const isOld = kind === 'removed' || kind === 'moved-away'
  const change = { kind: isOld ? 'removed' : 'added', hand } as const
  return {
    kind: 'note',
    number: isOld ? { was: note.number, now: null } : { was: null, now: note.number },
    paragraphs: oneSided(paragraphsOfNote(note), change, null),
  }
}

const paragraphsOfNote = ({ paragraphs }: PrintNote): readonly SideParagraph[] =>
  paragraphs.length > 0 ? paragraphs.map(sideParagraph) : [emptyParagraph]

function mergedNote(was: PrintNote, now: PrintNote, merging: Merging): RedlineNote {
  return {
    kind: 'note',
    number: { was: was.number, now: now.number },
    paragraphs: mergeParagraphs(paragraphsOfNote(was), paragraphsOfNote(now), merging),
  }
}

/** The same words on both sides; what they carry, and the numbers of notes, may differ. */
function writeSame(
  writer: ParagraphWriter,
  before: readonly Piece[],
  after: readonly Piece[],
  merging: Merging,
): void {
  let [i, j] = [0, 0]
  let [old, fresh] = [before[0], after[0]]
  while (old && fresh) {
    const length = Math.min(old.to - old.from, fresh.to - fresh.from)
    const [here, there] = [cut(old, old.from, old.from + length), cut(fresh, fresh.from, fresh.from + length)]
    writeBoth(writer, here.run, there.run, merging)
    old = old.to - old.from > length ? cut(old, old.from + length, old.to) : before[++i]
    fresh = fresh.to - fresh.from > length ? cut(fresh, fresh.from + length, fresh.to) : after[++j]
  }
}

function writeBoth(writer: ParagraphWriter, was: Piece['run'], now: Piece['run'], merging: Merging): void {
  const { hand } = merging
  if (was.kind === 'end' && now.kind === 'end') writer.end(null)
  else if (was.kind === 'note' && now.kind === 'note')
    writer.add({ run: mergedNote(was.note, now.note, merging), change: null, marksWas: null })
  else if (was.kind === 'text' && now.kind === 'text' && was.marks.href === now.marks.href)
    writer.add({
      run: now,
      change: null,
      marksWas: isSameLook(was.marks, now.marks) ? null : { marks: was.marks, hand },
    })
  else if (JSON.stringify(was) === JSON.stringify(now) && now.kind !== 'end' && now.kind !== 'note')
    writer.add({ run: now, change: null, marksWas: null })
  else {
    // The number of a note that was cited before, or a link that leads elsewhere: no mark can tell that.
    writeOneSided(writer, was, { kind: 'removed', hand })
    writeOneSided(writer, now, { kind: 'added', hand })
  }
}

const looks = ['strong', 'em', 'underline', 'superscript', 'subscript'] as const

const isSameLook = (one: PrintMarks, other: PrintMarks): boolean =>
  looks.every(look => one[look] === other[look])
