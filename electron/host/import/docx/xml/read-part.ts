import { damaged, type Package } from '../package/open-package'
import { limits } from '../limits'
import { refuse } from '../refuse'
import { decoderFor } from './decode'
import type { XmlElement } from './element'
import { buildTree, type Delivery } from './build-tree'

/** What has been read of a file so far, against the limits. Shared by all its parts. */
export interface Budget {
  elements: number
  text: number
}

export const newBudget = (): Budget => ({ elements: 0, text: 0 })

/** A part that is stored without packing comes in one chunk, which may be the whole file. */
const atOnce = 65_536

/**
 * Parses a part while it is inflated. With `delivery`, the children of one element are handed over one by one and then
 * forgotten, so that a long document never stands in memory as XML. Null when there is no such part. Throws Failure.
 */
export async function readPart(
  file: Package,
  name: string,
  budget: Budget,
  delivery?: Delivery,
): Promise<XmlElement | null> {
  const stream = await file.open(name)
  if (!stream) return null
  const tree = buildTree(budget, delivery)
  let size = 0
  let decoder: ReturnType<typeof decoderFor> | null = null
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > limits.part) throw refuse('bomb')
      decoder ??= decoderFor(chunk)
      for (let at = 0; at < chunk.length; at += atOnce)
        tree.write(decoder(chunk.subarray(at, at + atOnce), false))
    }
    tree.write(decoder?.(Buffer.alloc(0), true) ?? '')
    return tree.end()
  } catch (error) {
    stream.destroy()
    throw damaged(error)
  }
}
