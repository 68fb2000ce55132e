import { useMemo, useState } from 'react'
import { boardRows, type BoardRow } from '../../../shared/board/board-rows'
import {
  shownRows,
  type BoardColumn,
  type BoardFilter,
  type BoardOrder,
} from '../../../shared/board/sort-rows'
import { useStates } from '../../state/approvals'
import { useCommittee } from '../../state/committee'
import { today } from '../../state/section-acts'
import { useSnapshot } from '../../state/use-session'
import type { NameOf } from './row-words'

export interface Board {
  readonly all: readonly BoardRow[]
  readonly shown: readonly BoardRow[]
  readonly filter: BoardFilter
  readonly order: BoardOrder
  readonly nameOf: NameOf
  readonly setFilter: (change: Partial<BoardFilter>) => void
  /** By a column; once more, the other way round. */
  readonly sort: (by: BoardColumn) => void
}

export function useBoard(): Board {
  const outline = useSnapshot(now => now.outline())
  const states = useStates()
  const ledger = useCommittee(state => state.ledger)
  const nameOf = useNames()
  const [filter, setFilter] = useState<BoardFilter>({ state: null, person: null })
  const [order, setOrder] = useState<BoardOrder>({ by: 'section', falls: false })
  const all = useMemo(() => boardRows({ outline, states, ledger, today: today() }), [outline, states, ledger])
  const shown = useMemo(() => shownRows(all, filter, { ...order, nameOf }), [all, filter, order, nameOf])
  return {
    ...{ all, shown, filter, order, nameOf },
    setFilter: change => setFilter({ ...filter, ...change }),
    sort: by => setOrder({ by, falls: order.by === by && !order.falls }),
  }
}

/** What members are called; whoever is unknown has no name. */
export function useNames(): NameOf {
  const members = useCommittee(({ ledger }) => ledger.members)
  return useMemo(() => {
    const names = new Map(members.map(({ id, name }) => [id, name]))
    return member => names.get(member) ?? ''
  }, [members])
}
