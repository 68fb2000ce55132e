import type { ReturnedEdit, ReturnedEdits } from '../../../shared/returned/returned-edit'
import { vi } from '../../wording/vi'

const words = vi.returned

/** How much of what a file brings, and what of it could not be read. */
export function ReturnedCounts({
  edits: { edits, already },
  warnings,
}: {
  readonly edits: ReturnedEdits
  readonly warnings: readonly string[]
}) {
  const count = (kind: ReturnedEdit['kind']) => edits.filter(edit => edit.kind === kind).length
  const both = edits.filter(edit => edit.kind === 'proposal' && edit.both).length
  const lines = [
    words.proposals(count('proposal')),
    ...(both > 0 ? [words.bothCount(both)] : []),
    ...(count('listed') > 0 ? [words.listedCount(count('listed'))] : []),
    ...(count('comment') > 0 ? [words.comments(count('comment'))] : []),
    ...(already > 0 ? [words.already(already)] : []),
  ]
  return (
    <>
      <h3>{words.found}</h3>
      <ul className="returned-counts">
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {warnings.length > 0 && (
        <details>
          <summary>{`${words.warnings} (${warnings.length})`}</summary>
          <ul className="returned-counts">
            {warnings.map((warning, index) => (
              <li key={index}>{warning}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
