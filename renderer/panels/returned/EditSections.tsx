import type { ReturnedEdit } from '../../../shared/returned/returned-edit'
import { Button } from '../../ui/Button'
import { vi } from '../../wording/vi'
import { EditCard } from './EditCard'

const words = vi.returned

interface EditSectionsProps {
  readonly edits: readonly ReturnedEdit[]
  readonly taken: ReadonlySet<string>
  readonly refused: ReadonlySet<string>
  readonly isTaking: boolean
  readonly canTake: (edit: ReturnedEdit) => boolean
  readonly onTake: (edits: readonly ReturnedEdit[]) => void
}

/** The edits under the headings of today's report, each section with a button of its own. */
export function EditSections({ edits, taken, refused, isTaking, canTake, onTake }: EditSectionsProps) {
  const stateOf = ({ key }: ReturnedEdit) =>
    taken.has(key) ? words.taken : refused.has(key) ? words.refused : null
  return bySection(edits).map(([section, own]) => {
    const title = own[0]?.anchor.sectionTitle || words.beforeSections
    const isOpen = own.some(canTake)
    return (
      <section key={section} className="returned-section" aria-label={title}>
        <div className="returned-head">
          <h3>{words.section(title, own.length)}</h3>
          <Button
            size="small"
            aria-label={words.takeSectionLong(title)}
            disabled={isTaking || !isOpen}
            onClick={() => onTake(own)}
          >
            {words.takeSection}
          </Button>
        </div>
        <ul>
          {own.map(edit => (
            <EditCard key={edit.key} edit={edit} state={stateOf(edit)} />
          ))}
        </ul>
      </section>
    )
  })
}

function bySection(edits: readonly ReturnedEdit[]): [string, ReturnedEdit[]][] {
  const sections = new Map<string, ReturnedEdit[]>()
  for (const edit of edits) sections.set(edit.section, [...(sections.get(edit.section) ?? []), edit])
  return [...sections]
}
