import { constants, deflateRawSync } from 'node:zlib'

/** An entry of a zip as its headers state it, true or not. */
export interface RawEntry {
  readonly name: string
  /** 0 = stored, 8 = deflated. */
  readonly method: 0 | 8
  readonly data: Buffer
  /** Inflated size that the headers state. */
  readonly size: number
}

/** A zip written byte by byte: a library would neither lie about sizes nor write gigabytes in a moment. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const fields = commonFields(entry, name.length)
    const local = Buffer.concat([signature(0x04034b50), fields, name])
    const central = Buffer.concat([
      signature(0x02014b50),
      Buffer.from([20, 0]),
      fields,
      Buffer.alloc(14),
      name,
    ])
    central.writeUInt32LE(offset, 42)
    pieces.push(local, entry.data)
    directory.push(central)
    offset += local.length + entry.data.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length & 0xffff, 8)
  end.writeUInt16LE(entries.length & 0xffff, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...pieces, central, end])
}

const signature = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value, 0)
  return bytes
}

function commonFields({ method, data, size }: RawEntry, nameLength: number): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(method, 4)
  fields.writeUInt32LE(data.length, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(nameLength, 22)
  return fields
}

/** `piece` deflated as often as asked for. It is deflated once: after a full flush a block stands for itself. */
export function deflatedRepeatedly(before: string, piece: string, times: number, after: string): Buffer {
  const flushed = (text: string) => deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH })
  const perBlock = Math.min(times, 1000)
  const block = flushed(piece.repeat(perBlock))
  const blocks = new Array<Buffer>(Math.floor(times / perBlock)).fill(block)
  return Buffer.concat([flushed(before), ...blocks, deflateRawSync(after)])
}
