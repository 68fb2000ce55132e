import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { BlockId } from '../../../shared/report/ids'
import { plainTextOf } from '../../../shared/report/text-blocks'
import { findBlock } from '../queries/find-block'

/** A sentence that two people changed while apart, and that nobody has looked at yet. */
export interface UnsettledSentence {
  readonly block: BlockId
  /** As it stands in the text. */
  readonly words: string
}

interface Shown {
  readonly sentences: readonly UnsettledSentence[]
  readonly marks: DecorationSet
}

const key = new PluginKey<Shown>('unsettled-sentences')

/** Marks such sentences until they are settled. Told which; never writes into the text. */
export function unsettledSentences(): Plugin<Shown> {
  return new Plugin({
    key,
    state: {
      init: (): Shown => ({ sentences: [], marks: DecorationSet.empty }),
      apply(tr, shown): Shown {
        const sentences = (tr.getMeta(key) as Shown['sentences'] | undefined) ?? shown.sentences
        if (sentences === shown.sentences && (!tr.docChanged || sentences.length === 0)) return shown
        // Found anew, not mapped: once somebody writes in the sentence it is no longer the one they met in.
        return {
          sentences,
          marks: DecorationSet.create(
            tr.doc,
            sentences.flatMap(one => markOf(tr.doc, one)),
          ),
        }
      },
    },
    props: { decorations: state => key.getState(state)?.marks },
  })
}

/** The transaction that marks these sentences and no others. */
export const markSentences = (state: EditorState, sentences: readonly UnsettledSentence[]): Transaction =>
  state.tr.setMeta(key, sentences).setMeta('addToHistory', false)

function markOf(text: Node, { block, words }: UnsettledSentence): Decoration[] {
  const found = findBlock(text, block)
  const at = found && words !== '' ? plainTextOf(found.node).indexOf(words) : -1
  if (!found || at < 0) return []
  const from = found.pos + 1 + at
  return [Decoration.inline(from, from + words.length, { class: 'unsettled' })]
}
