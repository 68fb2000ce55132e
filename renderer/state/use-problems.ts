import { create } from 'zustand'
import { numberNotes } from '../../shared/numbering/number-notes'
import { sectionOfBlocks, sectionOfNotes } from '../../shared/outline/section-of-blocks'
import { keyOfProblem, type Problem } from '../../shared/problems/problem'
import { problemsOf } from '../../shared/problems/problems'
import type { BlockId } from '../../shared/report/ids'
import { fieldNames } from '../../shared/report/fields'
import { vi } from '../wording/vi'
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
  let known: readonly Problem[] | null = null
  let timer = setTimeout(look, 200)
  function look() {
    const problems = problemsOf(session.report())
    if (known && sameProblems(known, problems)) return
    known = problems
    useProblems.setState(placed(session, problems))
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

const sameProblems = (a: readonly Problem[], b: readonly Problem[]): boolean =>
  a.length === b.length &&
  a.every((problem, index) => keyOfProblem(problem) === keyOfProblem(b[index] ?? problem))

function placed(session: ReportSession, problems: readonly Problem[]): Problems {
  const ofBlocks = sectionOfBlocks(session.text())
  const ofNotes = sectionOfNotes(session.text())
  const paths = new Map(session.outline().items.map(item => [item.id, item.path]))
  const bySection = new Map<BlockId, number>()
  const list = problems.map(problem => {
    const section = sectionOf(problem, ofBlocks, ofNotes)
    if (section && problem.severity !== 'reminder') bySection.set(section, (bySection.get(section) ?? 0) + 1)
    return { ...problem, where: wordsFor(problem, session, section && paths.get(section)) }
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

function wordsFor({ place }: Problem, session: ReportSession, path = ''): string {
  if (place.kind === 'field') return vi.fields.names[fieldNames.find(name => name === place.name) ?? 'title']
  if (place.kind !== 'note') return path
  const number = numberNotes(session.text()).get(place.id)
  const note = number ? vi.notes.number(number) : vi.notes.orphan
  return [path, note].filter(Boolean).join(' · ')
}
