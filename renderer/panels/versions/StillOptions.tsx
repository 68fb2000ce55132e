import type { Options } from '../../../shared/options/options'
import { vi } from '../../wording/vi'

/** Alternative wordings as they stood; once one was chosen, it alone. */
export function StillOptions({ options }: { options: Options }) {
  const shown = options.wordings.flatMap((wording, index) =>
    options.chosen === '' || options.chosen === wording.id ? [{ wording, number: index + 1 }] : [],
  )
  return (
    <section className="options still" aria-label={vi.options.group}>
      {shown.map(({ wording, number }) => (
        <div key={wording.id} className="still-wording">
          <strong>
            {options.name} {number}
          </strong>
          {wording.body.children.map((paragraph, at) => (
            <p key={at}>{paragraph.textContent}</p>
          ))}
        </div>
      ))}
    </section>
  )
}
