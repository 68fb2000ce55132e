import { blockIdOf, isHeading } from '../../shared/report/nodes'
import type { ComparedRow } from './compare-rows'

/** What is drawn one below the other: a row with its place among all, or a run of rows that is folded away. */
export type ShownItem =
  | { readonly kind: 'row'; readonly key: string; readonly row: ComparedRow }
  | {
      readonly kind: 'fold'
      readonly key: string
      readonly count: number
      /** What is folded: nothing of it changed, all of it moved together, or it was not asked for. */
      readonly of: 'same' | 'moved' | 'other'
      readonly isOpen: boolean
    }

interface Folding {
  /** Rows that are never folded; all others may be. */
  readonly isShown: (row: ComparedRow) => boolean
  /** Runs shorter than this stay. */
  readonly atLeast: number
  /** Keys of the runs that the person opened. */
  readonly opened: ReadonlySet<string>
}

export const allRows = (rows: readonly ComparedRow[]): readonly ShownItem[] => rows.map(itemOf)

/** The rows with runs of others folded, headings around what is shown left standing. */
export function foldRows(
  rows: readonly ComparedRow[],
  { isShown, atLeast, opened }: Folding,
): readonly ShownItem[] {
  const shown = rows.map(isShown)
  const around = new Set<string>(rows.flatMap((row, index) => (shown[index] ? row.around : [])))
  const stays = (row: ComparedRow, index: number): boolean =>
    shown[index] === true || row.now.some(block => isHeading(block) && around.has(blockIdOf(block)))
  const items: ShownItem[] = []
  let run: ComparedRow[] = []
  const endRun = (): void => {
    const [first] = run
    if (first && run.length >= atLeast) {
      const isOpen = opened.has(first.key)
      items.push({ kind: 'fold', key: first.key, count: run.length, of: whatIsIn(run), isOpen })
      if (isOpen) items.push(...run.map(itemOf))
    } else items.push(...run.map(itemOf))
    run = []
  }
  for (const [index, row] of rows.entries())
    if (stays(row, index)) {
      endRun()
      items.push(itemOf(row))
    } else {
      if (run[0] && run[0].isMoved !== row.isMoved) endRun()
      run.push(row)
    }
  endRun()
  return items
}

const itemOf = (row: ComparedRow): ShownItem => ({ kind: 'row', key: row.key, row })

function whatIsIn(rows: readonly ComparedRow[]): 'same' | 'moved' | 'other' {
  if (rows.every(({ kind }) => kind === 'same')) return 'same'
  return rows.every(({ isMoved }) => isMoved) ? 'moved' : 'other'
}
