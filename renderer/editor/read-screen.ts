import type { EditorView } from 'prosemirror-view'

/**
 * Takes in what the browser has done to an editor and is about to tell, such as where an arrow key has put the caret.
 * Whatever is drawn before that would put the caret back, and the key would be lost. ProseMirror's own, undocumented.
 * False where the words have changed with it.
 */
export function readScreen(view: EditorView): boolean {
  if (view.isDestroyed || view.composing) return true
  const { doc } = view.state
  const { domObserver } = view as unknown as { readonly domObserver: { readonly flush: () => void } }
  domObserver.flush()
  return view.state.doc === doc
}
