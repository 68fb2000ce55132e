import type { RedlineChange, RedlineParagraph, RedlineRun } from './redline-document'

/**
 * One side of paragraphs that changed place: the old words where they stood, or the new ones where they stand. Words that
 * did not come along are told as gone in the one, words that are new as added in the other.
 */
export function oneSideOf(
  paragraphs: readonly RedlineParagraph[],
  change: RedlineChange,
  lastEnd: RedlineChange | null = change,
): readonly RedlineParagraph[] {
  const isOld = isOfOldText(change)
  const lost = isOld ? 'added' : 'removed'
  const sided: RedlineParagraph[] = []
  let runs: RedlineRun[] = []
  let number: string | null = null
  for (const [index, paragraph] of paragraphs.entries()) {
    number ??= isOld ? paragraph.number.was : paragraph.number.now
    runs.push(...paragraph.runs.flatMap(run => (run.change?.kind === lost ? [] : [sidedRun(run, change)])))
    if (paragraph.end?.kind === lost) continue
    sided.push({
      ...paragraph,
      form: (isOld ? paragraph.formWas : null) ?? paragraph.form,
      formWas: null,
      number: isOld ? { was: number, now: null } : { was: null, now: number },
      runs,
      end: index === paragraphs.length - 1 ? lastEnd : change,
    })
    runs = []
    number = null
  }
  return sided
}

export const isOfOldText = ({ kind }: RedlineChange): boolean => kind === 'removed' || kind === 'moved-away'

function sidedRun({ run, change, marksWas }: RedlineRun, whole: RedlineChange): RedlineRun {
  const isOld = isOfOldText(whole)
  const own = change ?? whole
  if (run.kind === 'note') {
    // A note's body lies in a part of its own, where a move has no other end: there it came or is gone.
    const told = { kind: isOld ? 'removed' : 'added', hand: whole.hand } as const
    const number = isOld ? { ...run.number, now: null } : { ...run.number, was: null }
    return {
      run: { ...run, number, paragraphs: oneSideOf(run.paragraphs, told, null) },
      change: own,
      marksWas: null,
    }
  }
  const shown = isOld && marksWas && run.kind === 'text' ? { ...run, marks: marksWas.marks } : run
  return { run: shown, change: own, marksWas: null }
}
