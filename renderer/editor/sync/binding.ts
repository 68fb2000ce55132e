import type { Node, Schema } from 'prosemirror-model'
import { Plugin, type EditorState, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { Mapping } from 'prosemirror-transform'
import {
  absolutePositionToRelativePosition,
  initProseMirrorDoc,
  relativePositionToAbsolutePosition,
  updateYFragment,
  ySyncPlugin,
  ySyncPluginKey,
} from 'y-prosemirror'
import type { AbstractType, Doc, RelativePosition, XmlFragment } from 'yjs'
import { schema } from '../../../shared/report/schema'
import { byHand } from '../../../shared/sync/report-doc'
import { closedBlocks } from '../rights/closed-edit'
import { rightsOf } from '../rights/rights'
import { createMisfits, type Misfits } from './misfits'
import { stepsById } from './steps-by-id'

/* y-prosemirror is typed with `any`. It gets its types here, and no other file imports it. */

interface Binding {
  readonly type: XmlFragment
  readonly doc: Doc
  /** What each shared element is shown as. */
  readonly mapping: Map<AbstractType<unknown>, unknown>
  /** Runs the one or the other: the other while a change is on its way through the binding. */
  readonly mux: (change: () => void, otherwise?: () => void) => void
}

/** Origin of changes that come from an editor; undo tracks it. */
export const fromEditor: unknown = ySyncPluginKey

export interface Bound {
  readonly doc: Node
  readonly plugin: Plugin
}

/**
 * Reads a fragment as a document and binds the two. What does not fit the schema is left out of the document and kept
 * in the fragment; while there is any, the document takes no local changes: writing it back would delete what it lacks.
 */
export function bind(fragment: XmlFragment, as: Schema): Bound {
  const misfits = createMisfits(as)
  // A third argument and two options of our patch.
  const read = initProseMirrorDoc as (type: XmlFragment, as: Schema, onError: Misfits['found']) => Read
  const { doc, mapping } = read(fragment, as, misfits.found)
  mapping.set(fragment as never, doc)
  // With the mapping the binding knows its nodes already and does not draw everything a second time.
  const sync = ySyncPlugin(fragment, {
    mapping,
    onNodeError: misfits.found,
    canWrite: () => !misfits.areAny(),
  } as never) as Plugin
  return { doc, plugin: guarded(sync, misfits) }
}

interface Read {
  readonly doc: Node
  readonly mapping: Binding['mapping']
}

function guarded({ spec }: Plugin, misfits: Misfits): Plugin {
  return new Plugin({
    ...spec,
    misfits,
    filterTransaction: tr => !tr.docChanged || isFromElsewhere(tr) || !misfits.areAny(),
    props: { ...spec.props, editable: () => !misfits.areAny() },
  })
}

/** Whether the shared document holds something that cannot be shown here, so that nothing may be written. */
export const hasMisfits = (state: EditorState): boolean =>
  (ySyncPluginKey.get(state)?.spec as { misfits?: Misfits } | undefined)?.misfits?.areAny() === true

/** Whether a change was made elsewhere (a colleague, undo, another pane) and is only shown here. */
export const isFromElsewhere = (tr: Transaction): boolean =>
  (tr.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true

export const bindingOf = (state: EditorState): Binding | undefined =>
  (ySyncPluginKey.getState(state) as { binding: Binding } | undefined)?.binding

/** Where a place in the shared text stands in the document now; null if it is gone. */
export const positionNow = ({ doc, type, mapping }: Binding, place: RelativePosition): number | null =>
  relativePositionToAbsolutePosition(doc, type, place, mapping as never)

/** The place in the shared text that stands at a position now. */
export const placeAt = ({ type, mapping }: Binding, pos: number): RelativePosition =>
  absolutePositionToRelativePosition(pos, type, mapping as never) as RelativePosition

/** Writes a local edit into the shared document where the binding alone would touch more than was edited. */
export function writeById(before: EditorState, after: EditorState, trs: readonly Transaction[]): void {
  const binding = bindingOf(before)
  if (!binding || before.doc === after.doc || after.doc.type !== schema.topNodeType) return
  if (hasMisfits(before)) return
  const mapping = new Mapping(trs.flatMap(tr => tr.mapping.maps))
  const permissions = rightsOf(binding.doc).permissions()
  const steps = stepsById(before.doc, after.doc, {
    mapping,
    closed: (first, end) => (permissions ? closedBlocks(before.doc, first, end, permissions) : new Set()),
  })
  if (steps.length === 0) return
  // Inside the binding's lock, so that it does not read its own steps back as a colleague's.
  binding.mux(() =>
    binding.doc.transact(() => {
      for (const step of [...steps, after.doc])
        updateYFragment(binding.doc, binding.type, step, binding as never)
    }, fromEditor),
  )
}

/** Shows a state and leaves the shared document as it is; `writeShown` must follow. */
export function showFirst(view: EditorView, state: EditorState): void {
  const show = (): void => view.updateState(state)
  // Inside the binding's lock, so that it does not write what it sees.
  const binding = bindingOf(state)
  if (binding) binding.mux(show)
  else show()
}

/**
 * Draws what is not text: marks, carets, bars. Nothing is written for it, and letters that wait go on waiting; drawn any
 * other way they would be written from within the binding, which then has no room for them. Not dispatched: nothing was
 * done that undo, or a panel, would have to know. False while a change is on its way through the binding.
 */
export function drawOnly(view: EditorView, tr: Transaction): boolean {
  const binding = bindingOf(view.state)
  let isDrawn = true
  const show = (): void => view.updateState(view.state.apply(tr))
  if (binding) binding.mux(show, () => (isDrawn = false))
  else show()
  return isDrawn
}

/** Writes what the editor shows into the shared document. */
export function writeShown(view: EditorView): void {
  const binding = bindingOf(view.state)
  if (!binding || binding.mapping.get(binding.type as never) === view.state.doc || hasMisfits(view.state))
    return
  const write = (): void =>
    binding.doc.transact(
      () => updateYFragment(binding.doc, binding.type, view.state.doc, binding as never),
      fromEditor,
    )
  binding.mux(write, () => {
    throw new Error('Letters were still to be written when a change came in')
  })
}

/** Makes a fragment that no editor shows say what this document says, touching only what differs. */
export function writeFragment(fragment: XmlFragment, doc: Node): void {
  const body = fragment.doc
  if (!body) throw new RangeError('The fragment is not part of a document')
  body.transact(
    () => updateYFragment(body, fragment, doc, { mapping: new Map(), isOMark: new Map() }),
    byHand,
  )
}
