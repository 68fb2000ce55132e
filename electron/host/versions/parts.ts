import { isSoundPart, partRow, type PartRow } from '../store/version-rows'
import { decodePart, encodePart, nameOf, baseOf, type Base } from './part-codec'

/** Why a part cannot be had. `part`: the one that is at fault, which may be another than was asked for. */
export class PartFault extends Error {
  constructor(
    readonly kind: 'missing' | 'changed',
    readonly part: string,
  ) {
    super(`Part ${part} is ${kind}`)
  }
}

/** Differences to differences; then a part is kept whole again. */
const deepest = 24

/** Parts by name, read and checked; and those that are to be added to them. */
export class Parts {
  readonly added = new Map<string, PartRow>()
  private readonly read = new Map<string, Uint8Array>()

  constructor(private readonly rows: ReadonlyMap<string, PartRow>) {}

  /** Throws a PartFault. */
  content(name: string): Uint8Array {
    return this.contentAt(name, 0)
  }

  /** Throws a PartFault. */
  text(name: string): string {
    return Buffer.from(this.content(name)).toString('utf8')
  }

  /** Keeps content and answers its name; `like`: a part that says nearly the same. */
  add(content: Uint8Array | string, like?: string): string {
    const name = nameOf(content)
    if (this.rows.has(name) || this.added.has(name)) return name
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    this.added.set(name, partRow(name, encodePart(bytes, this.base(like))))
    return name
  }

  private base(like: string | undefined): Base | undefined {
    if (like === undefined || this.depth(like) >= deepest) return undefined
    try {
      return { name: like, content: this.content(like) }
    } catch (error) {
      // Damaged: nothing new may lean on it.
      if (error instanceof PartFault) return undefined
      throw error
    }
  }

  private depth(name: string): number {
    let depth = 0
    for (let row = this.rowOf(name); row && depth < 2 * deepest; depth++) {
      const base = baseOf(row.bytes)
      row = base === null ? null : this.rowOf(base)
    }
    return depth
  }

  private rowOf(name: string): PartRow | null {
    return this.rows.get(name) ?? this.added.get(name) ?? null
  }

  private contentAt(name: string, depth: number): Uint8Array {
    const known = this.read.get(name)
    if (known) return known
    const row = this.rowOf(name)
    if (!row) throw new PartFault('missing', name)
    if (!isSoundPart(name, row) || depth > 2 * deepest) throw new PartFault('changed', name)
    const content = decoded(name, row, base => this.contentAt(base, depth + 1))
    this.read.set(name, content)
    return content
  }
}

function decoded(name: string, { bytes }: PartRow, contentOf: (name: string) => Uint8Array): Uint8Array {
  try {
    const content = decodePart(bytes, contentOf)
    if (nameOf(content) === name) return content
  } catch (error) {
    // The base has its own fault; whatever else the decoders throw says that these bytes are none of ours.
    if (error instanceof PartFault || !(error instanceof Error)) throw error
  }
  throw new PartFault('changed', name)
}

/** Names with everything that must be read first. */
export function withBases(
  names: Iterable<string>,
  rows: ReadonlyMap<string, PartRow>,
): ReadonlyMap<string, PartRow> {
  const found = new Map<string, PartRow>()
  for (const start of names) {
    let at: string | null = start
    while (at !== null && !found.has(at)) {
      const row = rows.get(at)
      if (!row) break
      found.set(at, row)
      at = baseOf(row.bytes)
    }
  }
  return found
}
