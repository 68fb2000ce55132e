import type { Node, Schema } from 'prosemirror-model'
import type { EditorState, Plugin, Transaction } from 'prosemirror-state'
import { Mapping } from 'prosemirror-transform'
import { initProseMirrorDoc, updateYFragment, ySyncPlugin, ySyncPluginKey } from 'y-prosemirror'
import type { Doc, XmlFragment } from 'yjs'
import { schema } from '../../../shared/report/schema'
import { byHand } from '../../../shared/sync/report-doc'
import { stepsById } from './steps-by-id'

/* y-prosemirror is typed with `any`. It gets its types here, and no other file imports it. */

interface Binding {
  readonly type: XmlFragment
  readonly doc: Doc
  readonly mapping: Map<unknown, unknown>
  beforeTransactionSelection: { type: string } | null
  readonly mux: (change: () => void) => void
}

/** Origin of changes that come from an editor; undo tracks it. */
export const fromEditor: unknown = ySyncPluginKey

export interface Bound {
  readonly doc: Node
  readonly plugin: Plugin
}

/** Reads a fragment as a document and binds the two. Deletes what does not fit the schema. */
export function bind(fragment: XmlFragment, as: Schema): Bound {
  const { doc, mapping } = initProseMirrorDoc(fragment, as)
  // With the mapping the binding knows its nodes already and does not draw everything a second time.
  return { doc, plugin: ySyncPlugin(fragment, { mapping }) as Plugin }
}

/** Whether a change was made elsewhere (a colleague, undo, another pane) and is only shown here. */
export const isFromElsewhere = (tr: Transaction): boolean =>
  (tr.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true

export const bindingOf = (state: EditorState): Binding | undefined =>
  (ySyncPluginKey.getState(state) as { binding: Binding } | undefined)?.binding

/** Writes a local edit into the shared document where the binding alone would touch more than was edited. */
export function writeById(before: EditorState, after: EditorState, trs: readonly Transaction[]): void {
  const binding = bindingOf(before)
  if (!binding || before.doc === after.doc || after.doc.type !== schema.topNodeType) return
  const mapping = new Mapping(trs.flatMap(tr => tr.mapping.maps))
  const steps = stepsById(before.doc, after.doc, mapping)
  if (steps.length === 0) return
  // Inside the binding's lock, so that it does not read its own steps back as a colleague's.
  binding.mux(() =>
    binding.doc.transact(() => {
      for (const step of [...steps, after.doc])
        updateYFragment(binding.doc, binding.type, step, binding as never)
    }, fromEditor),
  )
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
