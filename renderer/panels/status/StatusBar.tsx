import { Keyboard } from 'lucide-react'
import type { Counts } from '../../../shared/counts/counts'
import { changeSettings, showDialog, useWindow } from '../../state/window-state'
import { vi } from '../../wording/vi'
import { ConnectionState } from './ConnectionState'
import { SavedState } from './SavedState'
import { Zoom } from './Zoom'

interface StatusBarProps {
  /** Where the caret is, in words. */
  readonly place: string
  readonly counts: Counts | null
  readonly profile: string
}

export function StatusBar({ place, counts, profile }: StatusBarProps) {
  const { zoom, appearance } = useWindow(state => state.settings)
  const next = { system: 'light', light: 'dark', dark: 'system' } as const
  return (
    <footer className="status-bar" data-region="status" aria-label={vi.regions.status}>
      <span className="here">{place || vi.status.noSection}</span>
      {counts && (
        <span className="tabular">{vi.status.counts(counts.words, counts.notes, counts.pages)}</span>
      )}
      <span className="grow" />
      <ConnectionState />
      <SavedState />
      <button type="button" className="wide-only profile" onClick={() => showDialog('fields')}>
        {vi.status.profile(profile)}
      </button>
      <button
        type="button"
        className="wide-only"
        aria-label={`${vi.status.appearanceLabel}: ${vi.status.appearance[appearance]}`}
        onClick={() => changeSettings({ appearance: next[appearance] })}
      >
        {vi.status.appearance[appearance]}
      </button>
      <button
        type="button"
        aria-label={vi.status.shortcuts}
        title={`${vi.status.shortcuts} (Ctrl+/)`}
        onClick={() => showDialog('shortcuts')}
      >
        <Keyboard size={14} strokeWidth={1.75} aria-hidden />
      </button>
      <Zoom zoom={zoom} />
    </footer>
  )
}
