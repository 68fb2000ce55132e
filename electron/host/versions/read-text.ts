import type { Manifest } from '../../../shared/versions/manifest'
import { joinReport } from './cut-report'
import { nameOf } from './part-codec'
import { PartFault, type Parts } from './parts'

/** The canonical JSON of a version's report, checked. Throws a PartFault. */
export function readText({ text }: Manifest, parts: Parts): string {
  const json = joinReport(
    text.pieces.map(({ part }) => parts.text(part)),
    parts.text(text.rest),
  )
  if (nameOf(json) !== text.hash) throw new PartFault('changed', text.rest)
  return json
}
