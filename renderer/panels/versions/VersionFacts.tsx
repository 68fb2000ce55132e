import { GitCompareArrows, History, PanelRightOpen } from 'lucide-react'
import type { Version } from '../../../shared/versions/version'
import { openBeside } from '../../state/beside'
import { openComparison } from '../../state/compare'
import { askWhatToRestore } from '../../state/restoring'
import { useSession } from '../../state/use-session'
import { say, showDialog } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { vi } from '../../wording/vi'
import { Refusal } from '../committee/Refusal'
import type { Acting } from '../committee/use-acting'
import { VersionFiles } from './VersionFiles'
import { madeOf, nameOf } from './version-words'

const words = vi.versions

interface VersionFactsProps {
  readonly version: Version
  readonly acting: Acting
  readonly onOpen: () => void
}

/** One version: what it is and what can be done with it. */
export function VersionFacts({ version, acting, onOpen }: VersionFactsProps) {
  const { act, isBusy, failure } = acting
  const { readOnly } = useSession()
  const { counts } = version
  return (
    <section className="version-facts" aria-label={words.facts}>
      <h3>{nameOf(version)}</h3>
      <ul>
        <li>{madeOf(version)}</li>
        {version.number !== null && <li>{words.dated(version.date)}</li>}
        {version.purpose && <li className="purpose">{version.purpose}</li>}
        <li>{words.counts(counts)}</li>
        <li>{words.problems(counts.problems)}</li>
        {version.number !== null && <li>{words.approved(counts.approved)}</li>}
      </ul>
      <div className="version-acts" role="group" aria-label={words.acts}>
        <Button look="primary" icon={PanelRightOpen} disabled={isBusy} onClick={onOpen}>
          {words.open}
        </Button>
        <Button
          icon={GitCompareArrows}
          onClick={() => openComparison({ kind: 'version', id: version.id }, { kind: 'today' })}
        >
          {words.compare}
        </Button>
        {!readOnly && (
          <Button icon={History} disabled={isBusy} onClick={() => void act(() => askWhatToRestore(version))}>
            {words.restore}
          </Button>
        )}
      </div>
      <VersionFiles version={version} acting={acting} />
      <Refusal title={words.notDone} words={failure} />
    </section>
  )
}

/** Opens a version beside today's text in place of the dialog. */
export async function showBeside(version: Version): Promise<void> {
  await openBeside(version)
  showDialog(null)
  say(words.beside.opened(nameOf(version)))
}
