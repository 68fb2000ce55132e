import { useMemo } from 'react'
import { useCommittee } from '../../state/committee'
import { useCompare, type ComparedSides } from '../../state/compare'
import { authorsAt, useAuthors } from '../../state/compare-authors'
import { filterChanges, listedChanges, type ListedChange } from '../../state/compare-filter'
import type { ComparedTexts } from '../../state/compare-texts'
import type { Version } from '../../../shared/versions/version'

export interface Changes {
  readonly all: readonly ListedChange[]
  /** Those that fit the filter. */
  readonly listed: readonly ListedChange[]
  readonly nameOf: (member: string) => string
}

const none: readonly ListedChange[] = []

/** The changes of a comparison with who made them, and those of them that are listed. */
export function useChanges(
  texts: ComparedTexts | null,
  sides: ComparedSides | null,
  versions: readonly Version[],
): Changes {
  const filter = useCompare(state => state.filter)
  const members = useCommittee(({ ledger }) => ledger.members)
  const authors = useAuthors(sides, versions)
  const all = useMemo(
    () =>
      texts
        ? listedChanges(texts.rows, texts.comparison.differences, (difference, row) =>
            authorsAt(authors, difference, row),
          )
        : none,
    [texts, authors],
  )
  const listed = useMemo(() => filterChanges(all, filter), [all, filter])
  const names = useMemo(() => new Map<string, string>(members.map(({ id, name }) => [id, name])), [members])
  return { all, listed, nameOf: member => names.get(member) ?? member }
}
