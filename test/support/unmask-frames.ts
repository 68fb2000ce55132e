/** What a client of a WebSocket said, head and messages, in letters of one byte each: what it sends is masked. */
export function unmasked(bytes: Buffer): string {
  const head = bytes.indexOf('\r\n\r\n') + 4
  const parts = [bytes.subarray(0, head)]
  let at = head
  while (at + 6 <= bytes.length) {
    const short = (bytes[at + 1] as number) & 127
    const [extra, length] =
      short === 126
        ? [2, bytes.readUInt16BE(at + 2)]
        : short === 127
          ? [8, Number(bytes.readBigUInt64BE(at + 2))]
          : [0, short]
    const from = at + 2 + extra
    const mask = bytes.subarray(from, from + 4)
    const masked = bytes.subarray(from + 4, from + 4 + length)
    parts.push(Buffer.from(masked.map((byte, index) => byte ^ (mask[index % 4] as number))))
    at = from + 4 + length
  }
  return Buffer.concat(parts).toString('latin1')
}
