import { create } from 'zustand'
import { sectionOfBlocks, sectionOfNotes } from '../../shared/outline/section-of-blocks'
import { keyOfProblem, type Problem } from '../../shared/problems/problem'
import { problemsOf } from '../../shared/problems/problems'
import type { BlockId } from '../../shared/report/ids'
import { placeInWords } from './problem-places'
import type { ReportSession } from './report-session'

/** A problem with its place in words. */
export interface PlacedProblem extends Problem {
  readonly where: string
}

interface Problems {
  readonly list: readonly PlacedProblem[]
  readonly bySection: ReadonlyMap<BlockId, number>
}

const nothing: Problems = { list: [], bySection: new Map() }

/** What is wrong with the open report, worked out after each pause. */
export const useProblems = create<Problems>(() => nothing)

/** Milliseconds without a change before problems are looked for. */
const pause = 600

/** Keeps the list up to date until the returned function is called. */
export function watchProblems(session: ReportSession): () => void {
  let timer = setTimeout(look, 200)
  function look() {
    const problems = placed(session, problemsOf(session.report()))
    // A section that is inserted changes where the others are, though not one of them is new.
    if (!sameProblems(useProblems.getState().list, problems.list)) useProblems.setState(problems)
  }
  const stop = session.subscribe(() => {
    clearTimeout(timer)
    timer = setTimeout(look, pause)
  })
  return () => {
    clearTimeout(timer)
    stop()
    useProblems.setState(nothing)
  }
}

const sameProblems = (a: readonly PlacedProblem[], b: readonly PlacedProblem[]): boolean =>
  a.length === b.length &&
  a.every((problem, index) => {
    const other = b[index]
    return other && keyOfProblem(problem) === keyOfProblem(other) && problem.where === other.where
  })

function placed(session: ReportSession, problems: readonly Problem[]): Problems {
  const ofBlocks = sectionOfBlocks(session.text())
  const ofNotes = sectionOfNotes(session.text())
  const sections = new Map(session.outline().items.map(item => [item.id, item]))
  const bySection = new Map<BlockId, number>()
  const named = new Map(problems.map(problem => [keyOfProblem(problem), problem]))
  const list = [...named.values()].map(problem => {
    const section = sectionOf(problem, ofBlocks, ofNotes)
    if (section && problem.severity !== 'reminder') bySection.set(section, (bySection.get(section) ?? 0) + 1)
    return { ...problem, where: placeInWords(problem, session, section && sections.get(section)) }
  })
  return { list, bySection }
}

function sectionOf(
  { place }: Problem,
  ofBlocks: ReturnType<typeof sectionOfBlocks>,
  ofNotes: ReturnType<typeof sectionOfNotes>,
): BlockId | undefined {
  switch (place.kind) {
    case 'field':
      return undefined
    case 'note':
      return ofNotes.get(place.id)
    case 'cell':
      return ofBlocks.get(place.tableId as string as BlockId)
    default:
      // The blocks of tables and options bear the ids of their records.
      return ofBlocks.get(place.id as string as BlockId)
  }
}
