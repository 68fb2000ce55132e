import { create } from 'zustand'
import { Settings, type ImportPreview } from '../../shared/ipc/contract'
import { ask } from '../host/ask'
import type { Side } from './sides'

/** What a long work has told so far. */
export interface Doing {
  readonly taskId: string
  readonly step: string
  readonly done: number
  readonly of: number
}

export type ImportState =
  | { readonly kind: 'reading'; readonly doing: Doing }
  | { readonly kind: 'preview'; readonly preview: ImportPreview }
  | { readonly kind: 'failed'; readonly message: string }

/** `export-docx` and `export-pdf` are the export dialog with that format ticked alone. */
export type OpenDialog =
  | 'fields'
  | 'export'
  | 'preview'
  | 'export-docx'
  | 'export-pdf'
  | 'shortcuts'
  | 'link'
  | 'share'
  | 'join'
  | 'annotation-list'
  | 'board'
  | 'queue'
  | 'section'
  | 'compare'
  | 'versions'
  | 'history'
  | 'freeze'
  | 'restore'
  | 'returned'

interface WindowState {
  readonly settings: Settings
  readonly dialog: OpenDialog | null
  readonly importing: ImportState | null
  /** The find bar: closed, open, open with its second line. */
  readonly find: 'closed' | 'find' | 'replace'
  /** How often find was asked for: asking again takes the person to the bar that is open already. */
  readonly findAsked: number
  /** On a narrow window the panels beside the paper are strips until they are asked for. */
  readonly openOnNarrow: Readonly<Record<Side, boolean>>
  /** The last refusal, until the person closes it. */
  readonly failure: string | null
  /** A short word on what was done, read aloud. */
  readonly said: string
}

/** What this window shows and how; nothing of the report itself. */
export const useWindow = create<WindowState>(() => ({
  settings: Settings.parse({}),
  dialog: null,
  importing: null,
  find: 'closed',
  findAsked: 0,
  openOnNarrow: { outline: false, review: false },
  failure: null,
  said: '',
}))

export const showDialog = (dialog: OpenDialog | null): void => useWindow.setState({ dialog })
export const showFind = (find: WindowState['find']): void =>
  useWindow.setState(({ findAsked }) => ({ find, findAsked: findAsked + 1 }))
export const say = (said: string): void => useWindow.setState({ said })

export async function loadSettings(): Promise<void> {
  useWindow.setState({ settings: await ask('settings.read', {}) })
}

let pending: Partial<Settings> = {}
let timer: ReturnType<typeof setTimeout> | undefined

/** Shown at once, kept a moment later: dragging a panel's edge changes its size many times a second. */
export function changeSettings(change: Partial<Settings>): void {
  useWindow.setState(({ settings }) => ({ settings: { ...settings, ...change } }))
  pending = { ...pending, ...change }
  clearTimeout(timer)
  timer = setTimeout(() => {
    const changes = pending
    pending = {}
    void ask('settings.write', changes)
  }, 400)
}

const zooms = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]

/** The next zoom up or down; 0 is the paper's true size. */
export function changeZoom(by: -1 | 0 | 1): void {
  const { zoom } = useWindow.getState().settings
  const next =
    by === 0
      ? 1
      : by > 0
        ? zooms.find(step => step > zoom + 0.001)
        : zooms.findLast(step => step < zoom - 0.001)
  if (next !== undefined) changeSettings({ zoom: next })
}
