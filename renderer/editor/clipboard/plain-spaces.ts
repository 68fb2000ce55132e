import { Fragment, Slice, type Node } from 'prosemirror-model'

/**
 * Browsers copy a space at the edge of a stretch as a no-break space, and parsers drop a plain one there. So it
 * travels as one and becomes plain here.
 */
export const plainSpacesIn = (slice: Slice): Slice =>
  new Slice(withPlainSpaces(slice.content), slice.openStart, slice.openEnd)

function withPlainSpaces(content: Fragment): Fragment {
  const nodes: Node[] = []
  content.forEach(node => {
    if (node.isText)
      nodes.push(node.type.schema.text((node.text ?? '').replaceAll('\u00a0', ' '), node.marks))
    else nodes.push(node.copy(withPlainSpaces(node.content)))
  })
  return Fragment.fromArray(nodes)
}
