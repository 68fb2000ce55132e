import { TextSelection, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Doc } from 'yjs'
import { findIn, type Match } from '../../../shared/find/find'
import type { FindOptions } from '../../../shared/find/search'
import type { Report } from '../../../shared/report/report'
import type { Place } from '../../editor/place'
import { highlight, type Highlight } from '../../editor/plugins/find-highlights'
import type { UndoHistory } from '../../editor/undo/undo-history'
import { placeOf, replaceMatches, startOf } from './replace-matches'
import type { Editors } from './editors'
import { bringIntoView } from './go-to'

export interface FindState {
  readonly query: string
  readonly options: FindOptions
  readonly matches: readonly Match[]
  /** Index of the match that the person is at; -1 where there is none. */
  readonly current: number
}

/** Find and replace over text, notes and indicators. The bar that shows it asks; this remembers. */
export interface Finder {
  readonly state: () => FindState
  /** Looks for these words; an empty query ends the search. */
  readonly search: (query: string, options?: Partial<FindOptions>) => void
  /** Goes to the next (1) or previous (-1) match and shows it; wraps around. */
  readonly step: (by: 1 | -1) => void
  /** Replaces the current match and goes to the next. */
  readonly replace: (words: string) => void
  /** Replaces every match in one step of undo; says how many. */
  readonly replaceAll: (words: string) => number
  /** Takes the person to the current match, its words selected; false where there is none. */
  readonly enter: () => boolean
  /** Shows the matches of a text that has changed since, and in editors that have come since. */
  readonly follow: () => void
  readonly close: () => void
}

interface FinderInput {
  readonly body: Doc
  readonly history: UndoHistory
  readonly report: () => Report
  readonly editors: Editors
  readonly onChange: () => void
}

const defaults: FindOptions = { matchCase: false, matchTones: false, wholeWord: false }
const nothing: FindState = { query: '', options: defaults, matches: [], current: -1 }

export function createFinder(input: FinderInput): Finder {
  let state = nothing
  let searched: Report | null = null
  let marked: readonly EditorView[] = []

  function fresh(): FindState {
    const report = input.report()
    if (state.query === '' || report === searched) return state
    searched = report
    const matches = findIn(report, state.query, state.options)
    state = { ...state, matches, current: Math.min(Math.max(state.current, 0), matches.length - 1) }
    return state
  }
  function show(): void {
    marked = [...input.editors.all()]
    showMatches(fresh(), input.editors)
    input.onChange()
  }
  function goTo(index: number): void {
    state = { ...state, current: index }
    const match = state.matches[index]
    show()
    if (match) reveal(match, input.editors)
  }
  return {
    state: fresh,
    search(query, options) {
      searched = null
      state = { query, options: { ...state.options, ...options }, matches: [], current: 0 }
      fresh()
      state = { ...state, current: firstBehindCaret(state.matches, input.editors.text()?.state) }
      show()
    },
    step(by) {
      const { matches, current } = fresh()
      if (matches.length > 0) goTo((current + by + matches.length) % matches.length)
    },
    replace(words) {
      const next = replaceCurrent(words, fresh, input)
      if (next === null) show()
      else goTo(next)
    },
    replaceAll(words) {
      const { matches } = fresh()
      input.history.oneStep(() => replaceMatches(matches, words, input))
      show()
      return matches.length
    },
    enter: () => enterMatch(fresh().matches[state.current], input.editors),
    follow() {
      if (state.query === '') return
      const isNew = [...input.editors.all()].some(view => !marked.includes(view))
      if (isNew || input.report() !== searched) show()
    },
    close() {
      state = { ...nothing, options: state.options }
      show()
    },
  }
}

/** The index of the match to go on with; null where none is left. */
function replaceCurrent(words: string, fresh: () => FindState, input: FinderInput): number | null {
  const { matches, current } = fresh()
  const match = matches[current]
  if (!match) return null
  input.history.oneStep(() => replaceMatches([match], words, input))
  const left = fresh().matches.length
  // The match that followed has taken this one's index, unless the new words match as well.
  const next = left < matches.length ? current : current + 1
  return left > 0 ? next % left : null
}

function firstBehindCaret(matches: readonly Match[], text: EditorState | undefined): number {
  if (matches.length === 0) return -1
  const caret = text?.selection.from ?? 0
  const behind = matches.findIndex(
    ({ place, from }) => place.kind === 'block' && place.pos + 1 + from >= caret,
  )
  return Math.max(0, behind)
}

/** Marks matches in the editors that are on screen. */
function showMatches({ matches, current }: FindState, editors: Editors): void {
  const byView = new Map<EditorView, Highlight[]>()
  for (const view of editors.all()) byView.set(view, [])
  matches.forEach((match, index) => {
    const view = editors.at(placeOf(match.place))
    if (!view) return
    const start = startOf(match, view.state)
    byView.get(view)?.push({ from: start + match.from, to: start + match.to, isCurrent: index === current })
  })
  for (const [view, highlights] of byView) view.dispatch(highlight(view.state, highlights))
}

/** Shows a match without taking the focus from the bar where the person types. */
function reveal(match: Match, editors: Editors): void {
  const place: Place = placeOf(match.place)
  const view = editors.at(place)
  if (view) bringIntoView(view, startOf(match, view.state) + match.from)
  // The grid shows its own matches.
  else if (place.kind === 'cell' || place.kind === 'table') editors.draw(place)
  else editors.want(place)
}

function enterMatch(match: Match | undefined, editors: Editors): boolean {
  if (!match) return false
  const place = placeOf(match.place)
  const view = editors.at(place)
  if (view) {
    const start = startOf(match, view.state)
    const selection = TextSelection.create(view.state.doc, start + match.from, start + match.to)
    view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
  }
  editors.goTo(place)
  return true
}
