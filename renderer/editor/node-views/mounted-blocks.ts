import type { Node } from 'prosemirror-model'
import type { NodeView, NodeViewConstructor } from 'prosemirror-view'

export type MountedKind = 'indicator_table' | 'options'

/** Draws a block's records into `dom`; returns how to take the drawing away. */
export type MountBlock = (dom: HTMLElement, id: string) => () => void

/** Who draws the blocks whose content is records. The editor gives the place, the panels draw. */
export interface MountedBlocks {
  readonly mountBlock: (kind: MountedKind, mount: MountBlock) => void
  readonly viewOf: (kind: MountedKind) => NodeViewConstructor
}

export function createMountedBlocks(): MountedBlocks {
  const mounts = new Map<MountedKind, MountBlock>()
  return {
    mountBlock: (kind, mount) => void mounts.set(kind, mount),
    viewOf: kind => node => mountedView(node, mounts.get(kind)),
  }
}

function mountedView(first: Node, mount: MountBlock | undefined): NodeView {
  const dom = document.createElement('div')
  dom.className = `block-${first.type.name}`
  dom.contentEditable = 'false'
  dom.dataset['id'] = first.attrs['id'] as string
  const dispose = mount?.(dom, first.attrs['id'] as string)
  return {
    dom,
    update: node => node.type === first.type && node.attrs['id'] === first.attrs['id'],
    selectNode: () => dom.classList.add('chosen'),
    deselectNode: () => dom.classList.remove('chosen'),
    // Keys, clicks and changes inside belong to what is drawn there.
    stopEvent: event => event.target !== dom,
    ignoreMutation: () => true,
    destroy: () => dispose?.(),
  }
}
