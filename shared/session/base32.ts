/** Crockford's letters: none that people take for another (I, L, O, U are missing). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Bytes as letters, five bits each; the last letter is filled up with zeros. */
export function toBase32(bytes: Uint8Array): string {
  let [text, bits, waiting] = ['', 0, 0]
  for (const byte of bytes) {
    bits = (bits << 8) | byte
    for (waiting += 8; waiting >= 5; waiting -= 5) text += letters[(bits >> (waiting - 5)) & 31] ?? ''
    bits &= 31
  }
  return waiting > 0 ? text + (letters[(bits << (5 - waiting)) & 31] ?? '') : text
}

/** The bytes of letters as people type them, or null where a letter is none of them. */
export function fromBase32(typed: string): Uint8Array | null {
  const text = typed.toUpperCase().replace(/[-\s]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  const bytes: number[] = []
  let [bits, waiting] = [0, 0]
  for (const letter of text) {
    const value = letters.indexOf(letter)
    if (value < 0) return null
    bits = ((bits << 5) | value) & 0xfff
    waiting += 5
    if (waiting < 8) continue
    waiting -= 8
    bytes.push((bits >> waiting) & 255)
  }
  return Uint8Array.from(bytes)
}
