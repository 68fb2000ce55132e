import type { SourceTextBox } from '../../../../../shared/import/source'
import type { Style } from '../styles/read-styles'
import type { ChangeLog } from './changes'
import type { InlineWriter } from './inline-writer'
import type { ReadBlocks, Reading } from './reading'

/** What the runs of one paragraph share while it is read. */
export interface ParagraphScope {
  readonly reading: Reading
  readonly writer: InlineWriter
  readonly changes: ChangeLog
  readonly styles: readonly Style[]
  /** Address of the hyperlink around, already found safe. */
  readonly href: string | undefined
  /** Text boxes anchored in this paragraph. */
  readonly boxes: SourceTextBox[]
  readonly readBlocks: ReadBlocks
  readonly place: () => string
}
