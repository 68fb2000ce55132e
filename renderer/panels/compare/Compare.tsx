import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Version } from '../../../shared/versions/version'
import { attempt } from '../../state/attempt'
import { closeComparison, compareSides, useCompare, type ComparedSides } from '../../state/compare'
import { readWordFile, useReadFiles } from '../../state/compare-sources'
import { useComparison } from '../../state/compare-texts'
import { useSession } from '../../state/use-session'
import { useVersions } from '../../state/versions'
import { useWindow, type Doing } from '../../state/window-state'
import { Dialog } from '../../ui/Dialog'
import { vi } from '../../wording/vi'
import { CompareBar, type ComparisonFiles } from './CompareBar'
import { ComparedReport } from './ComparedReport'
import { ExportComparison } from './ExportComparison'
import { isDraft, isKnown, sourceGroups } from './source-choices'
import { Waiting } from './Waiting'

/** Two texts of this report beside each other, over the whole window. */
export function Compare() {
  const session = useSession()
  const versions = useVersions(state => state.all)
  const files = useReadFiles(state => state.files)
  const reading = useCompare(state => state.reading)
  const zoom = useWindow(state => state.settings.zoom)
  const sides = useSides(versions)
  const state = useComparison(session, sides)
  const [doing, setDoing] = useState<Doing | null>(null)
  const [exporting, setExporting] = useState<ComparisonFiles | null>(null)
  const groups = useMemo(() => sourceGroups(versions, files), [versions, files])
  const chooseFile = useCallback(
    async (side: 'was' | 'now') => {
      const file = await attempt(() => readWordFile(setDoing))
      setDoing(null)
      if (!file) return
      const other = sides?.[side === 'was' ? 'now' : 'was'] ?? ({ kind: 'today' } as const)
      compareSides(side === 'was' ? { was: file, now: other } : { was: other, now: file })
    },
    [sides],
  )
  return (
    <Dialog title={vi.compare.title} closeLabel={vi.close} size="whole" onClose={closeComparison}>
      <div className="compare" tabIndex={-1} data-first>
        <CompareBar
          {...{ sides, groups, reading, zoom }}
          onSides={compareSides}
          onOther={side => void chooseFile(side)}
          onReading={next => useCompare.setState({ reading: next })}
          onExport={setExporting}
        />
        {sides && state.texts && doing === null ? (
          <ComparedReport
            texts={state.texts}
            isBusy={state.isBusy}
            {...{ session, sides, versions, reading, zoom }}
            warnings={warningsOf(sides, files)}
          />
        ) : (
          <Waiting
            doing={doing}
            failure={state.failure}
            hasSides={sides !== null}
            onFile={() => void chooseFile('was')}
          />
        )}
      </div>
      {sides && exporting && (
        <ExportComparison sides={sides} what={exporting} onClose={() => setExporting(null)} />
      )}
    </Dialog>
  )
}

/** What was asked for as long as it can be had; else the last draft beside today's text. */
function useSides(versions: readonly Version[]): ComparedSides | null {
  const asked = useCompare(state => state.sides)
  const files = useReadFiles(state => state.files)
  const last = versions.findLast(isDraft) ?? versions.at(-1)
  const isGood = asked !== null && [asked.was, asked.now].every(side => isKnown(side, versions, files))
  const wanted = isGood ? asked : null
  useEffect(() => {
    if (!wanted && last) compareSides({ was: { kind: 'version', id: last.id }, now: { kind: 'today' } })
  }, [wanted, last])
  return wanted
}

const warningsOf = (
  { was, now }: ComparedSides,
  files: ReturnType<typeof useReadFiles.getState>['files'],
): readonly string[] =>
  [was, now].flatMap(side =>
    side.kind === 'file' ? (files.find(({ token }) => token === side.token)?.warnings ?? []) : [],
  )
