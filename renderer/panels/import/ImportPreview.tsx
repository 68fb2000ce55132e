import { useCallback, useMemo, useState } from 'react'
import type { ImportCounts, ImportPreview as Preview } from '../../../shared/ipc/contract'
import type { Level } from '../../../shared/report/levels'
import { acceptImport, discardImport } from '../../state/import-file'
import { Button } from '../../ui/Button'
import { Check } from '../../ui/Check'
import { Dialog } from '../../ui/Dialog'
import { vi } from '../../wording/vi'
import { BlockList, type WantedBlock } from './BlockList'
import { WarningList } from './WarningList'

/** What was read of a foreign file; nothing is replaced before the person accepts it. */
export function ImportPreview({ preview }: { preview: Preview }) {
  const { corrections, correct } = useCorrections(preview)
  const [onlyHeadings, setOnlyHeadings] = useState(false)
  const [accepting, setAccepting] = useState(false)
  const [wanted, setWanted] = useState<WantedBlock | null>(null)
  const goTo = (id: string) => {
    setOnlyHeadings(false)
    setWanted({ id })
  }
  const discard = () => void discardImport(preview.token)
  const accept = () => {
    setAccepting(true)
    void acceptImport(preview.token, corrections).finally(() => setAccepting(false))
  }
  const blocks = useMemo(
    () =>
      preview.blocks.filter(block => !onlyHeadings || (corrections.get(block.id) ?? block.level) !== null),
    [preview.blocks, onlyHeadings, corrections],
  )
  const foot = (
    <>
      <span className="foot-note" role="status">
        {corrections.size > 0 && vi.import.corrected(corrections.size)}
      </span>
      <Button onClick={discard}>{vi.import.discard}</Button>
      <Button look="primary" disabled={accepting} onClick={accept}>
        {accepting ? vi.import.accepting : vi.import.accept}
      </Button>
    </>
  )
  return (
    <Dialog
      title={`${vi.import.title}: ${preview.sourceName}`}
      closeLabel={vi.import.discard}
      size="wide tall"
      onClose={discard}
      foot={foot}
    >
      <div className="import">
        <aside className="import-found" tabIndex={0} aria-label={vi.import.found}>
          <h3>{vi.import.found}</h3>
          <p className="import-name">{preview.title}</p>
          <Counts counts={preview.counts} />
          <WarningList preview={preview} onGo={goTo} />
        </aside>
        <section className="import-blocks" aria-label={vi.import.structure}>
          <div className="import-bar">
            <h3>{vi.import.structure}</h3>
            <Check label={vi.import.onlyHeadings} checked={onlyHeadings} onChange={setOnlyHeadings} />
          </div>
          <p className="quiet">{vi.import.structureHint}</p>
          <BlockList {...{ blocks, corrections, wanted }} onCorrect={correct} />
        </section>
      </div>
    </Dialog>
  )
}

/** The levels that the person gives to blocks, and how to give one. */
function useCorrections(preview: Preview) {
  const [corrections, setCorrections] = useState<ReadonlyMap<string, Level | null>>(new Map())
  const correct = useCallback(
    (id: string, level: Level | null) => setCorrections(before => corrected(before, preview, { id, level })),
    [preview],
  )
  return { corrections, correct }
}

function corrected(
  corrections: ReadonlyMap<string, Level | null>,
  { blocks }: Preview,
  { id, level }: { id: string; level: Level | null },
): ReadonlyMap<string, Level | null> {
  const next = new Map(corrections)
  if (blocks.find(block => block.id === id)?.level === level) next.delete(id)
  else next.set(id, level)
  return next
}

function Counts({ counts }: { counts: ImportCounts }) {
  const { groups, numbered, subs } = counts.indicators
  const lines = [
    vi.import.headings(counts.parts, counts.letters, counts.romans),
    vi.import.numbers(counts.numbers, counts.subnumbers),
    vi.import.paragraphs(counts.paragraphs),
    vi.import.notes(counts.notes, counts.noteRefs),
    ...(numbered + groups + subs > 0 ? [vi.import.indicators(groups, numbered, subs)] : []),
    ...(counts.options > 0 ? [vi.import.options(counts.options)] : []),
    ...(counts.tables > 0 ? [vi.import.tables(counts.tables)] : []),
  ]
  return (
    <ul className="import-counts">
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
