import type { Contents } from '../store/contents'
import { PartFault, Parts } from '../versions/parts'
import { readManifests, type ReadManifest } from '../versions/read-manifests'
import { BlockWriters } from '../versions/writers'

type Kept = Pick<Contents, 'versions' | 'kept'>

/** After one numbered draft (0: from the beginning) up to another (null: until today). */
export interface Span {
  readonly after: number
  readonly upTo: number | null
}

/** Who wrote in the time between two drafts, draft by draft, as far as a file tells. */
export function writersBetween({ versions, kept }: Kept, { after, upTo }: Span): readonly BlockWriters[] {
  const parts = new Parts(versions.parts)
  const drafts = readManifests(versions.manifests)
    .filter(({ manifest: { number } }) => number !== null && number > after && number <= (upTo ?? number))
    .sort((one, other) => (one.manifest.number ?? 0) - (other.manifest.number ?? 0))
  const since = upTo === null ? (kept.get('writers')?.get('since') ?? null) : null
  return [
    ...drafts.flatMap(draft => writersOf(draft, parts)),
    ...(since ? parsed(Buffer.from(since).toString()) : []),
  ]
}

/** A damaged draft tells nobody; that it is damaged is told where it is read. */
function writersOf({ manifest }: ReadManifest, parts: Parts): readonly BlockWriters[] {
  try {
    return parsed(parts.text(manifest.writers))
  } catch (error) {
    if (error instanceof PartFault) return []
    throw error
  }
}

function parsed(json: string): readonly BlockWriters[] {
  try {
    const { data } = BlockWriters.safeParse(JSON.parse(json))
    return data ? [data] : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}
