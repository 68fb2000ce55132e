import { Manifest } from '../../../shared/versions/manifest'
import type { ManifestRow } from '../store/version-rows'
import { nameOf } from './part-codec'

export interface ReadManifest {
  readonly id: string
  readonly manifest: Manifest
}

/** One that is what its name says; undefined for every other. */
export function readManifest({ id, manifest }: ManifestRow): ReadManifest | undefined {
  if (nameOf(manifest) !== id) return undefined
  const read = parsedManifest(manifest)
  return read && { id, manifest: read }
}

export function parsedManifest(json: string): Manifest | undefined {
  try {
    return Manifest.safeParse(JSON.parse(json)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

export const readManifests = (rows: readonly ManifestRow[]): readonly ReadManifest[] =>
  rows.flatMap(row => readManifest(row) ?? [])

/** The numbered draft with the highest number. */
export function lastDraftOf(manifests: readonly ReadManifest[]): ReadManifest | null {
  const drafts = manifests.filter(({ manifest }) => manifest.number !== null)
  return drafts.reduce<ReadManifest | null>(
    (last, one) => ((one.manifest.number ?? 0) > (last?.manifest.number ?? 0) ? one : last),
    null,
  )
}

/** Every part that a version consists of. */
export const partsOf = ({ text, state, docx, pdf, problems, approvals, writers }: Manifest): string[] => [
  ...text.pieces.map(({ part }) => part),
  text.rest,
  ...state.parts,
  ...(docx?.parts ?? []),
  ...(pdf?.parts ?? []),
  ...[problems, approvals, writers],
]
