import { useMemo, useState, type CSSProperties } from 'react'
import { profileOf } from '../../../shared/print/profiles'
import type { Reading } from '../../state/compare'
import type { ListedChange } from '../../state/compare-filter'
import { allRows, foldRows, type ShownItem } from '../../state/compare-folds'
import type { ComparedRow } from '../../state/compare-rows'
import type { ComparedTexts } from '../../state/compare-texts'
import { paperVariables } from '../paper/text-style'
import { ComparedProvider, type Compared } from './compared'
import { RowList, type WantedRow } from './RowList'

interface ComparedTextViewProps {
  readonly texts: ComparedTexts
  readonly reading: Reading
  readonly listed: readonly ListedChange[]
  readonly current: string | null
  readonly zoom: number
  readonly wanted: WantedRow | null
  readonly isBusy: boolean
  readonly onWanted: (wanted: WantedRow) => void
}

/** So many places without a change are worth a fold in two columns. */
const worthFolding = 3

/** Both texts in one of the three readings. */
export function ComparedTextView(props: ComparedTextViewProps) {
  const { texts, reading, listed, current, zoom, wanted, isBusy, onWanted } = props
  const { was, now, rows } = texts
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const items = useItems({ texts, reading, listed, opened })
  const byKey = useMemo(() => new Map(rows.rows.map(row => [row.key, row])), [rows])
  const compared = useMemo(
    (): Compared => ({
      ...{ was, now, current },
      layout: reading === 'columns' ? 'two' : 'one',
      isShort: reading !== 'redline',
      rowAt: key => byKey.get(key),
      onGo: row => onWanted({ row, difference: null, isEntered: true }),
    }),
    [was, now, current, reading, byKey, onWanted],
  )
  const { profile } = now.report.fields
  const style = useMemo(
    () => ({ ...paperVariables(profileOf(profile)), '--zoom': zoom }) as CSSProperties,
    [profile, zoom],
  )
  return (
    <ComparedProvider value={compared}>
      <RowList
        key={reading}
        {...{ items, wanted, style, isBusy }}
        className={compared.layout}
        onFold={key => setOpened(before => flipped(before, key))}
      />
    </ComparedProvider>
  )
}

function flipped(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}

type ItemsOf = Pick<ComparedTextViewProps, 'texts' | 'reading' | 'listed'> & {
  readonly opened: ReadonlySet<string>
}

function useItems({ texts: { rows }, reading, listed, opened }: ItemsOf): readonly ShownItem[] {
  return useMemo(() => {
    if (reading === 'redline') return allRows(rows.rows)
    const places = new Set(listed.map(({ row }) => row.key))
    // Where something stood before it moved belongs to the change.
    const isAsked = ({ kind, key, other }: ComparedRow): boolean =>
      places.has((kind === 'left' && other) || key)
    return reading === 'only'
      ? foldRows(rows.rows, { isShown: isAsked, atLeast: 1, opened })
      : foldRows(rows.rows, { isShown: ({ kind }) => kind !== 'same', atLeast: worthFolding, opened })
  }, [rows, reading, listed, opened])
}
