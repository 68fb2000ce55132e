import type { Schema } from 'prosemirror-model'
import { EditorState, type Plugin, type Transaction } from 'prosemirror-state'
import { ReplaceStep } from 'prosemirror-transform'
import { EditorView, type DirectEditorProps } from 'prosemirror-view'
import type { XmlFragment } from 'yjs'
import type { Place } from './place'
import { selectionSpots } from './queries/spots'
import { bind, isFromElsewhere, showFirst, writeById, writeShown } from './sync/binding'
import type { PendingWrites } from './sync/pending-writes'
import type { UndoHistory } from './undo/undo-history'

interface ViewInput {
  readonly mount: HTMLElement
  readonly fragment: XmlFragment
  readonly schema: Schema
  readonly place: Place
  readonly history: UndoHistory
  readonly writes: PendingWrites
  /** In the order in which they act; the binding comes before them. */
  readonly plugins: readonly Plugin[]
  readonly props: Omit<DirectEditorProps, 'state' | 'dispatchTransaction'>
  /** Called after every change of text or selection. */
  readonly onUpdate: () => void
}

/** An editor on a part of the shared document, with the report's one history. */
export function createView(input: ViewInput): EditorView {
  const { doc, plugin } = bind(input.fragment, input.schema)
  hideFromReact(input.mount)
  const write = (): void => writeShown(view)
  const view: EditorView = new EditorView(
    { mount: input.mount },
    {
      ...input.props,
      state: EditorState.create({ doc, plugins: [plugin, ...input.plugins] }),
      dispatchTransaction(tr) {
        show(view, tr, { ...input, write })
        input.onUpdate()
      },
    },
  )
  focusAlsoToRead(view)
  return view
}

/** ProseMirror gives the focus to nobody who may not write; from the keyboard such a person could go nowhere in the text. */
function focusAlsoToRead(view: EditorView): void {
  const focus = view.focus.bind(view)
  view.focus = () => {
    focus()
    if (!view.editable) view.dom.focus({ preventScroll: true })
  }
}

/**
 * Before each of its commits react-dom saves the selection of an element that says it is editable, by walking all of
 * its text (getSelectionInformation in react-dom 19.3): 16-20 ms in a report of 900 pages whenever any panel is drawn
 * while the person types. It would put the selection back only where a commit moved the focus, and none here does.
 * The browser and ProseMirror go by the attribute, React by this property.
 */
function hideFromReact(dom: HTMLElement): void {
  Object.defineProperty(dom, 'contentEditable', { value: 'inherit', configurable: true })
}

interface Showing extends Pick<ViewInput, 'history' | 'writes' | 'place'> {
  readonly write: () => void
}

function show(view: EditorView, tr: Transaction, { history, writes, place, write }: Showing): void {
  const before = view.state
  const { state, transactions } = before.applyTransaction(tr)
  const canWait = transactions.every(isTyping)
  // What is more than letters is compared with the shared document, which must have the letters before it.
  if (!canWait) writes.settle()
  if (transactions.some(isFromElsewhere)) {
    view.updateState(state)
    return
  }
  // The step begins where the first of the letters that wait was typed.
  if (state.doc !== before.doc && !writes.has(write))
    history.visit({ place, selection: selectionSpots(before) })
  if (canWait) {
    showFirst(view, state)
    writes.add(write)
    return
  }
  const isTyped = isTyping(tr)
  // One structural change, or typing at one place without a pause, is one step of undo.
  if (!isTyped) history.separate()
  writeById(before, state, transactions)
  view.updateState(state)
  if (!isTyped) history.separate()
}

/** Whether letters came or went within one paragraph, and nothing else happened. */
function isTyping(tr: Transaction): boolean {
  return (
    tr.steps.length > 0 &&
    tr.steps.every((step, index) => {
      if (!(step instanceof ReplaceStep) || step.slice.openStart > 0 || step.slice.openEnd > 0) return false
      const doc = tr.docs[index]
      const isInline = step.slice.content.content.every(node => node.isText)
      return isInline && doc !== undefined && doc.resolve(step.from).sameParent(doc.resolve(step.to))
    })
  )
}
