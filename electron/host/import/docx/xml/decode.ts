import { TextDecoder } from 'node:util'
import { refuse } from '../refuse'

/**
 * A decoder for the encoding that a part's first bytes show: UTF-8, UTF-16 with or without mark, or the one declared.
 * It throws Failure at bytes that do not fit, where a lenient one would lose letters unseen.
 */
export function decoderFor(start: Buffer): (chunk: Buffer, last: boolean) => string {
  const decoder = newDecoder(encodingOf(start))
  return (chunk, last) => {
    try {
      return decoder.decode(chunk, { stream: !last })
    } catch (error) {
      const failure = refuse('encoding')
      failure.cause = error
      throw failure
    }
  }
}

function newDecoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch (error) {
    const failure = refuse('encoding')
    failure.cause = error
    throw failure
  }
}

function encodingOf(start: Buffer): string {
  const [first, second] = start
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  const declared = /^[^>]*encoding=["']([\w-]+)["']/.exec(start.subarray(0, 200).toString('latin1'))?.[1]
  // A declaration of UTF-16 in front of bytes that are none is a left-over of a conversion.
  return !declared || /^utf-?16/i.test(declared) ? 'utf-8' : declared
}
