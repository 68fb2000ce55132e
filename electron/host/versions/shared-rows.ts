import { largestVersionAnswer, type VersionsAnswer } from '../../../shared/session/version-messages'
import type { VersionRows } from '../store/version-rows'
import { withBases } from './parts'
import { partsOf, readManifests } from './read-manifests'

/**
 * Those of the named manifests and parts that members may read: all that belongs to numbered drafts. As many as one answer
 * holds; who lacks some asks again.
 */
export function sharedRows(
  { manifests, parts }: VersionRows,
  names: readonly string[],
): Pick<VersionsAnswer, 'manifests' | 'parts'> {
  const drafts = readManifests(manifests).filter(({ manifest }) => manifest.number !== null)
  const shown = withBases(
    drafts.flatMap(({ manifest }) => partsOf(manifest)),
    parts,
  )
  const ids = new Set(drafts.map(({ id }) => id))
  const answer: { manifests: VersionsAnswer['manifests']; parts: VersionsAnswer['parts'] } = {
    manifests: [],
    parts: [],
  }
  let size = 0
  for (const name of new Set(names)) {
    const row = shown.get(name)
    const json = ids.has(name) ? manifests.find(({ id }) => id === name)?.manifest : undefined
    const bytes = row && Buffer.from(row.bytes).toString('base64')
    size += (json?.length ?? 0) + (bytes?.length ?? 0)
    // The first comes whatever its size: else nobody would ever have it.
    if (size > largestVersionAnswer && answer.manifests.length + answer.parts.length > 0) break
    if (json !== undefined) answer.manifests.push({ id: name, manifest: json })
    if (row && bytes !== undefined) answer.parts.push({ name, bytes, checksum: row.checksum })
  }
  return answer
}
