import type { VersionRows, VersionWrite } from '../store/version-rows'
import { withBases } from './parts'
import { partsOf, readManifest } from './read-manifests'

/**
 * What goes with versions that are thinned out: their manifests, and the parts that no other version needs. Nothing goes
 * while a manifest cannot be read: it may need any of them.
 */
export function thinned(
  { manifests, parts }: VersionRows,
  ids: readonly string[],
): NonNullable<VersionWrite['gone']> {
  const gone = new Set(ids)
  const staying = manifests.filter(({ id }) => !gone.has(id)).map(readManifest)
  if (staying.some(read => read === undefined)) return { manifests: [], parts: [] }
  const needed = withBases(
    staying.flatMap(read => (read ? partsOf(read.manifest) : [])),
    parts,
  )
  const going = manifests.filter(({ id }) => gone.has(id)).flatMap(row => readManifest(row) ?? [])
  const theirs = withBases(
    going.flatMap(({ manifest }) => partsOf(manifest)),
    parts,
  )
  return { manifests: [...gone], parts: [...theirs.keys()].filter(name => !needed.has(name)) }
}
