import type { EditorView } from 'prosemirror-view'
import type { XmlFragment } from 'yjs'
import { bodyOf, notesOf, optionsOf, wordingsOf } from '../../../shared/sync/report-doc'
import type { Desk } from '../../editor/desk'
import { samePlace, type Place, type Visit } from '../../editor/place'
import { restoreSelection } from './go-to'

export type NotePlace = Extract<Place, { kind: 'note' | 'wording' }>

/** The editors of one report that are on screen, and which of them the person is in. */
export interface Editors {
  readonly text: () => EditorView | null
  /** The editor of a note or a wording, if it is mounted. */
  readonly at: (place: Place) => EditorView | null
  readonly active: () => EditorView | null
  readonly all: () => Iterable<EditorView>
  readonly placed: () => readonly { readonly place: Place; readonly view: EditorView }[]
  readonly place: () => Place
  readonly wanted: () => Place | null
  readonly enter: (place: Place) => void
  readonly goTo: (place: Place) => void
  /** Asks the panel that shows this place to bring it into view; the focus stays where it is. */
  readonly want: (place: Place) => void
  /** Draws what shows this place, where it was still left out. */
  readonly draw: (place: Place) => void
  /** Goes to a place and selects there what was selected. */
  readonly goBack: (visit: Visit) => void
  /** Registers a mounted editor; returns how to take it away. */
  readonly add: (place: Place, view: EditorView) => () => void
}

const keyOf = (place: Place): string => JSON.stringify(place)

interface Moves {
  /** Called when the person has come to another place or is to be shown one. */
  readonly onMove: () => void
  /** Called when a panel must bring a place at once: the next key is already meant for it. */
  readonly onWanted: () => void
  /** Called before the person is taken to a place, so that what shows it is drawn. */
  readonly draw: (place: Place) => void
}

export function createEditors(visit: (visit: Visit) => void, { onMove, onWanted, draw }: Moves): Editors {
  const views = new Map<string, EditorView>()
  let place: Place = { kind: 'text' }
  let wanted: Place | null = null
  let wantsFocus = true

  const at = (where: Place): EditorView | null => views.get(keyOf(where)) ?? null
  function enter(next: Place): void {
    if (wanted && samePlace(wanted, next)) wanted = null
    if (samePlace(place, next)) return
    place = next
    visit({ place, selection: null })
    onMove()
  }
  function goTo(next: Place): void {
    draw(next)
    const view = at(next)
    wanted = view ? null : next
    wantsFocus = true
    if (view) view.focus()
    if (view) onMove()
    else onWanted()
  }
  return {
    text: () => at({ kind: 'text' }),
    at,
    active: () => at(place) ?? at({ kind: 'text' }),
    all: () => views.values(),
    placed: () => [...views].map(([key, view]) => ({ place: JSON.parse(key) as Place, view })),
    place: () => place,
    wanted: () => wanted,
    enter,
    goTo,
    draw,
    want(next) {
      draw(next)
      wanted = next
      wantsFocus = false
      onMove()
    },
    goBack({ place: back, selection }) {
      goTo(back)
      const view = at(back)
      if (view && selection) restoreSelection(view, selection)
    },
    add(where, view) {
      views.set(keyOf(where), view)
      if (wanted && samePlace(wanted, where)) {
        if (wantsFocus) goTo(where)
        wanted = null
      }
      return () => {
        views.delete(keyOf(where))
        view.destroy()
      }
    },
  }
}

/** The shared words of a note or a wording; undefined if it is gone. */
export function fragmentAt({ body }: Pick<Desk, 'body'>, place: NotePlace): XmlFragment | undefined {
  if (place.kind === 'note') return notesOf(body).get(place.id)
  const options = optionsOf(body).get(place.optionsId)
  const wording = options && wordingsOf(options).get(place.wordingId)
  return wording && bodyOf(wording)
}
