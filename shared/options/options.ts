import type { Node } from 'prosemirror-model'
import type { OptionsId, WordingId } from '../report/ids'

/** One alternative; its body is plain paragraphs (`noteSchema`). */
export interface Wording {
  readonly id: WordingId
  readonly body: Node
}

/** Alternative wordings for one place, printed side by side until one is chosen ("Chủ đề 1", "Chủ đề 2"). */
export interface Options {
  readonly id: OptionsId
  /** The word before each number: "Chủ đề", "Phương án". */
  readonly name: string
  readonly wordings: readonly Wording[]
  /** The wording decided on, or empty while the choice is open. */
  readonly chosen: WordingId | ''
}
