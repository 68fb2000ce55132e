import { numberNotes } from '../../../shared/numbering/number-notes'
import type { Report } from '../../../shared/report/report'
import { vi } from '../../wording/vi'

/** The notes of a report that is only read, in the order of their marks, behind its text. */
export function StillNotes({ report }: { report: Report }) {
  const numbers = [...numberNotes(report.text)]
  if (numbers.length === 0) return null
  return (
    <section className="still-notes" aria-label={vi.versions.beside.notes}>
      {numbers.map(([id, number]) => (
        <div key={id} className="still-note">
          <sup>{number}</sup>
          <div>
            {report.notes.get(id)?.children.map((paragraph, at) => (
              <p key={at}>{paragraph.textContent}</p>
            ))}
          </div>
        </div>
      ))}
    </section>
  )
}
