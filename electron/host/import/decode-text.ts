import { Failure } from '../../../shared/ipc/failure'
import { words } from './words'

const longest = 20_000_000
const mostLines = 200_000

/**
 * The text of a file in UTF-8 or UTF-16, with or without byte order mark. Throws a Failure for an empty, binary or
 * otherwise encoded file: guessing an encoding would garble words.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const refuse = (message: string): Failure => new Failure('unreadable-file', message)
  const encoding = encodingOf(bytes)
  if (encoding === 'utf-8' && bytes.includes(0)) throw refuse(words.binary(name))
  const text = decode(bytes, encoding)
  if (text === undefined) throw refuse(looksBinary(bytes) ? words.binary(name) : words.encoding(name))
  if (text.trim() === '') throw refuse(words.empty)
  if (controls(text) > text.length / 200) throw refuse(words.binary(name))
  if (text.length > longest || text.split('\n', mostLines + 1).length > mostLines) throw refuse(words.tooLong)
  return text
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // Without a mark: of UTF-16, the spaces and line ends of any text give zero bytes on one side only.
  const sample = bytes.subarray(0, 4000)
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (bytes.length % 2 === 0 && odd > sample.length / 20 && even === 0) return 'utf-16le'
  return bytes.length % 2 === 0 && even > sample.length / 20 && odd === 0 ? 'utf-16be' : 'utf-8'
}

function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

const isControl = (code: number): boolean => code < 32 && ![9, 10, 12, 13].includes(code)

const looksBinary = (bytes: Uint8Array): boolean => bytes.subarray(0, 4000).filter(isControl).length > 8

const controls = (text: string): number =>
  text.slice(0, 100_000).replace(/[^\u0000-\u0008\u000b\u000e-\u001f]/g, '').length
