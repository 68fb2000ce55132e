import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { DecorationSet, type EditorView } from 'prosemirror-view'
import type { Node } from 'prosemirror-model'
import { readScreen } from '../read-screen'
import { samePlace, type Place } from '../place'
import { drawOnly, isFromElsewhere } from '../sync/binding'
import { selectionFrom } from '../sync/shared-selection'
import type { ColleagueCaret, Colleagues } from './colleagues'
import { drawCaret } from './draw-caret'

interface Shown {
  readonly carets: readonly ColleagueCaret[]
  readonly drawn: DecorationSet
}

const key = new PluginKey<Shown>('colleague-carets')
const nobody: Shown = { carets: [], drawn: DecorationSet.empty }

/**
 * Shows where colleagues are in this editor. Found anew only where they moved or a change came from elsewhere; own
 * typing shifts what is drawn. `settle` puts into the shared document what is on the screen only.
 */
export function colleagueCarets(colleagues: Colleagues, place: Place, settle: () => void): Plugin<Shown> {
  const here = (): readonly ColleagueCaret[] =>
    colleagues.carets().filter(caret => samePlace(caret.place, place))
  return new Plugin({
    key,
    state: {
      init: () => nobody,
      apply(tr, shown, before) {
        const carets = tr.getMeta(key) as readonly ColleagueCaret[] | undefined
        if (carets) return draw(carets, before, tr.doc)
        if (shown.carets.length === 0 || !tr.docChanged) return shown
        // Such a change may come as a step that replaces far more than was changed, and leaves nothing to shift.
        if (isFromElsewhere(tr)) return draw(shown.carets, before, tr.doc)
        return { ...shown, drawn: shown.drawn.map(tr.mapping, tr.doc) }
      },
    },
    props: { decorations: state => key.getState(state)?.drawn },
    view: view => follow(view, colleagues, { here, settle }),
  })
}

function draw(carets: readonly ColleagueCaret[], state: EditorState, doc: Node): Shown {
  const drawn = carets.flatMap(caret => {
    const selection = selectionFrom(caret.selection, state, doc)
    return selection ? drawCaret(doc, caret, selection) : []
  })
  return { carets, drawn: DecorationSet.create(doc, drawn) }
}

interface Drawing {
  readonly here: () => readonly ColleagueCaret[]
  readonly settle: () => void
}

/** The input method writes its last letters just after its end is told. Milliseconds. */
const settling = 60

/** Draws colleagues as they move, but never under an open composition: a span that comes or goes there ends it. */
function follow(view: EditorView, colleagues: Colleagues, { here, settle }: Drawing) {
  let isComposing = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const redraw = (): void => {
    if (isComposing || view.composing || view.isDestroyed) return
    const carets = here()
    if (isSame(carets, key.getState(view.state)?.carets ?? [])) return
    readScreen(view)
    settle()
    drawOnly(view, view.state.tr.setMeta(key, carets))
  }
  const begin = (): void => {
    clearTimeout(timer)
    isComposing = true
  }
  const end = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      isComposing = false
      redraw()
    }, settling)
  }
  const stop = colleagues.subscribe(redraw)
  view.dom.addEventListener('compositionstart', begin)
  view.dom.addEventListener('compositionend', end)
  // A window that loses focus may never hear the end of a composition.
  view.dom.addEventListener('blur', end)
  // An editor may not be changed while it is being made.
  timer = setTimeout(redraw, 0)
  return {
    destroy() {
      stop()
      clearTimeout(timer)
      view.dom.removeEventListener('compositionstart', begin)
      view.dom.removeEventListener('compositionend', end)
      view.dom.removeEventListener('blur', end)
    },
  }
}

const isSame = (a: readonly ColleagueCaret[], b: readonly ColleagueCaret[]): boolean =>
  a.length === b.length && a.every((caret, index) => caret === b[index])
