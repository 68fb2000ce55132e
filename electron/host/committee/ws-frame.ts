import { perObject } from '../../../shared/util/per-object'

const binary = 0x82

/**
 * A message as a server sends it over a WebSocket: one whole binary frame (RFC 6455, 5.2). A message that goes to many
 * is framed once, and every socket is given the same bytes; `ws` would write a head of its own before each.
 */
export const frameOf = perObject((message: Uint8Array): Buffer => {
  const { length } = message
  const head = length < 126 ? 2 : length < 0x10000 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + length)
  frame[0] = binary
  if (head === 2) frame[1] = length
  else if (head === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.set(message, head)
  return frame
})
