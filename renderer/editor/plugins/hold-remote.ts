import { Plugin } from 'prosemirror-state'

/** Where colleagues' changes can be made to wait. */
export interface Remote {
  readonly hold: () => void
  /** Lets in what waited. */
  readonly release: () => void
}

/** The input method writes its last letters just after its end is told. Milliseconds. */
const settling = 30

/**
 * Colleagues' changes wait while a word is being composed (Telex, VNI): a change in the paragraph under the
 * input method garbles the word (measured: "tiếng" became "ttitietiêtiêntiêng"). The fields of grids and options stand
 * inside the text, so their compositions are heard here too.
 */
export function holdRemote(remote: Remote): Plugin {
  return new Plugin({
    view(view) {
      let isHolding = false
      let timer: ReturnType<typeof setTimeout> | undefined
      const hold = (): void => {
        clearTimeout(timer)
        if (!isHolding) remote.hold()
        isHolding = true
      }
      const release = (): void => {
        clearTimeout(timer)
        if (isHolding) remote.release()
        isHolding = false
      }
      const settle = (): void => {
        clearTimeout(timer)
        timer = setTimeout(release, settling)
      }
      view.dom.addEventListener('compositionstart', hold)
      view.dom.addEventListener('compositionend', settle)
      // A window that loses focus may never hear the end of a composition.
      view.dom.addEventListener('focusout', settle)
      return {
        destroy() {
          view.dom.removeEventListener('compositionstart', hold)
          view.dom.removeEventListener('compositionend', settle)
          view.dom.removeEventListener('focusout', settle)
          release()
        },
      }
    },
  })
}
