import type { Node } from 'prosemirror-model'
import type { NodeView, NodeViewConstructor } from 'prosemirror-view'
import { whenNear } from './when-near'

export type MountedKind = 'indicator_table' | 'options'

/** Draws a block's records into `dom`; returns how to take the drawing away. */
export type MountBlock = (dom: HTMLElement, id: string) => () => void

/** Who draws the blocks whose content is records. The editor gives the place, the panels draw. */
export interface MountedBlocks {
  readonly mountBlock: (kind: MountedKind, mount: MountBlock) => void
  readonly viewOf: (kind: MountedKind) => NodeViewConstructor
  /** Draws a block that is still far from the screen, because the person is taken to it. */
  readonly drawNow: (id: string) => void
}

/**
 * So many blocks are drawn at once, more than a usual report has. The others wait until they come near the screen:
 * with all 20 tables and 40 choices of a report of 900 pages drawn, half of the page's elements are theirs, and every
 * frame pays for them (13.4 ms from key to paint, 10.3 without).
 */
const drawnAtOnce = 8

export function createMountedBlocks(): MountedBlocks {
  const mounts = new Map<MountedKind, MountBlock>()
  const waiting = new Map<string, () => void>()
  let drawn = 0
  const place = (dom: HTMLElement, id: string, draw: () => void): (() => void) => {
    if (drawn++ < drawnAtOnce) {
      draw()
      return () => undefined
    }
    const stop = whenNear(dom, () => waiting.get(id)?.())
    waiting.set(id, () => {
      leave()
      draw()
    })
    const leave = (): void => {
      stop()
      waiting.delete(id)
    }
    return leave
  }
  return {
    mountBlock: (kind, mount) => void mounts.set(kind, mount),
    viewOf: kind => node => mountedView(node, mounts.get(kind), place),
    drawNow: id => waiting.get(id)?.(),
  }
}

/** Calls `draw` now or later; returns how not to. */
type DrawInTime = (dom: HTMLElement, id: string, draw: () => void) => () => void

function mountedView(first: Node, mount: MountBlock | undefined, inTime: DrawInTime): NodeView {
  const id = first.attrs['id'] as string
  const dom = document.createElement('div')
  dom.className = `block-${first.type.name}`
  dom.contentEditable = 'false'
  dom.dataset['id'] = id
  let dispose: (() => void) | undefined
  const stopWaiting = mount && inTime(dom, id, () => (dispose = mount(dom, id)))
  return {
    dom,
    update: node => node.type === first.type && node.attrs['id'] === id,
    selectNode: () => dom.classList.add('chosen'),
    deselectNode: () => dom.classList.remove('chosen'),
    // Keys, clicks and changes inside belong to what is drawn there.
    stopEvent: event => event.target !== dom,
    ignoreMutation: () => true,
    destroy: () => {
      stopWaiting?.()
      dispose?.()
    },
  }
}
