import type { DrawingWords } from './plugins/drawing'

/** What the editor says to people; the window gives the words. */
export interface EditorWords extends DrawingWords {
  /** Names the text for screen readers. */
  readonly text: string
}
