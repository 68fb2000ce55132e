import { useCallback, useEffect } from 'react'
import type { BlockId } from '../../../shared/report/ids'
import { markSentences, type UnsettledSentence } from '../../editor/plugins/unsettled-sentences'
import type { ReportSession } from '../../state/report-session'
import { useTray } from '../../state/tray'
import { useSettled, useSnapshot } from '../../state/use-session'
import { groupEntries, type EntryGroup } from './shown-entries'

const none: readonly EntryGroup[] = []
/** Milliseconds without a change before the present wordings are read again. */
const pause = 400

/** What the tray shows. */
export function useTrayGroups(): readonly EntryGroup[] {
  const entries = useTray(state => state.entries)
  const read = useCallback((now: ReportSession) => groupEntries(now, entries), [entries])
  const groups = useSettled(read, pause)
  return entries.length === 0 ? none : (groups ?? none)
}

/** Marks the sentences in the text that wait for a decision. */
export function useMarkedSentences(): void {
  const entries = useTray(state => state.entries)
  const editor = useSnapshot(now => now.editor())
  useEffect(() => {
    const sentences = entries.flatMap(({ kind, place, merged = '' }): UnsettledSentence[] =>
      kind === 'same-sentence' && place.kind === 'block'
        ? [{ block: place.id as BlockId, words: merged }]
        : [],
    )
    // The page may be drawn anew (another replica, other rights) before this is told of the new editor.
    if (editor && !editor.isDestroyed) editor.dispatch(markSentences(editor.state, sentences))
  }, [entries, editor])
}
