/**
 * An asar archive: a header of two Chromium pickles around a JSON index, then the files one after the other.
 * @param {Readonly<Record<string, string>>} files name → text
 * @returns {Buffer}
 */
export function packAsar(files) {
  const contents = Object.values(files).map(text => Buffer.from(text))
  let offset = 0
  const index = Object.keys(files).map((name, i) => {
    const size = contents[i]?.length ?? 0
    offset += size
    return [name, { size, offset: String(offset - size) }]
  })
  const json = Buffer.from(JSON.stringify({ files: Object.fromEntries(index) }))
  const padding = Buffer.alloc((4 - (json.length % 4)) % 4)
  const padded = json.length + padding.length
  const header = Buffer.alloc(16)
  ;[4, padded + 8, padded + 4, json.length].forEach((value, i) => header.writeUInt32LE(value, i * 4))
  return Buffer.concat([header, json, padding, ...contents])
}
