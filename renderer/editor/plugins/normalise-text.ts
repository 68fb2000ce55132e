import type { Node } from 'prosemirror-model'
import { Plugin, type EditorState, type Transaction } from 'prosemirror-state'
import { cleanText } from '../../../shared/util/text'
import { isFromElsewhere } from '../sync/binding'

/**
 * Keeps typed text in NFC. Some keyboards send a letter and then its tone as a combining mark, so the letters
 * around each change are looked at too. Waits while a composition is open: changing the text would break it.
 */
export function normaliseText(): Plugin {
  let isComposing = false
  return new Plugin({
    view: () => ({ update: view => (isComposing = view.composing) }),
    appendTransaction(trs, before, after) {
      if (before.doc === after.doc || isComposing || trs.some(isFromElsewhere)) return null
      return normalise(after, changedRanges(trs))
    },
    props: {
      handleDOMEvents: {
        compositionend(view) {
          setTimeout(() => {
            isComposing = false
            const { from } = view.state.selection
            const tr = view.isDestroyed ? null : normalise(view.state, [{ from: from - 40, to: from }])
            if (tr) view.dispatch(tr)
          })
        },
      },
    },
  })
}

interface Range {
  readonly from: number
  readonly to: number
}

function changedRanges(trs: readonly Transaction[]): Range[] {
  const ranges: Range[] = []
  trs.forEach((tr, at) => {
    tr.mapping.maps.forEach((map, index) => {
      map.forEach((_from, _to, from, to) => {
        const rest = tr.mapping.slice(index + 1)
        let range = { from: rest.map(from, -1), to: rest.map(to, 1) }
        for (const later of trs.slice(at + 1))
          range = { from: later.mapping.map(range.from, -1), to: later.mapping.map(range.to, 1) }
        ranges.push(range)
      })
    })
  })
  return ranges
}

function normalise(state: EditorState, ranges: readonly Range[]): Transaction | null {
  const { tr } = state
  const spots: { from: number; to: number; text: string }[] = []
  for (const range of ranges) {
    const from = Math.max(0, range.from - 2)
    const to = Math.min(state.doc.content.size, range.to + 2)
    state.doc.nodesBetween(from, to, (node, pos) => {
      const spot = node.isText ? denormal(node, Math.max(0, from - pos), to - pos) : null
      if (spot) spots.push({ from: pos + spot.from, to: pos + spot.to, text: spot.text })
    })
  }
  for (const { from, to, text } of spots.sort((a, b) => b.from - a.from)) tr.insertText(text, from, to)
  return tr.docChanged ? tr : null
}

/** The stretch of a text node that is not as the program keeps text, with what it should be. */
function denormal(node: Node, from: number, to: number): { from: number; to: number; text: string } | null {
  const words = node.text ?? ''
  let start = Math.max(0, from)
  let end = Math.min(words.length, to)
  while (start > 0 && isCombining(words.charAt(start))) start--
  while (end < words.length && isCombining(words.charAt(end))) end++
  const text = words.slice(start, end)
  const clean = cleanText(text)
  return clean === text ? null : { from: start, to: end, text: clean }
}

const combining = /\p{M}/u
const isCombining = (character: string): boolean => combining.test(character)
