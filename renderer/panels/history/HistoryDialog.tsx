import type { Version } from '../../../shared/versions/version'
import { useSession } from '../../state/use-session'
import { useVersions } from '../../state/versions'
import { showDialog } from '../../state/window-state'
import { Dialog } from '../../ui/Dialog'
import { vi } from '../../wording/vi'
import { DifferenceWords } from '../review/since/Difference'
import { madeOf, nameOf } from '../versions/version-words'
import { useHistory, type ToldStep } from './use-history'

const words = vi.history

/** In which drafts the sentence at the caret appeared and changed, the newest first. */
export function HistoryDialog() {
  const session = useSession()
  const versions = useVersions(({ all }) => all)
  const { sentence, steps, done, failure } = useHistory(session, versions)
  const isReading = sentence !== null && failure === null && done < versions.length && !isOver(steps)
  return (
    <Dialog title={words.title} closeLabel={vi.close} onClose={() => showDialog(null)}>
      <div className="dialog-body" tabIndex={0} role="region" aria-label={words.list} data-first>
        {sentence ? <p>“{sentence.text}”</p> : <p className="empty">{words.noSentence}</p>}
        {sentence && versions.length === 0 && <p className="empty">{words.noVersions}</p>}
        {failure !== null && <p role="alert">{failure}</p>}
        <p role="status" className={isReading ? '' : 'visually-hidden'}>
          {isReading && words.reading(done, versions.length)}
        </p>
        {versions.length > 0 && (
          <ol className="cards">
            {steps.map(step => (
              <Step key={step.version?.id ?? 'today'} step={step} />
            ))}
          </ol>
        )}
      </div>
    </Dialog>
  )
}

/** The sentence was not there before; nothing older is read. */
const isOver = (steps: readonly ToldStep[]): boolean => steps.at(-1)?.state === 'appeared'

const shown = (version: Version | null): string => (version ? nameOf(version) : words.today)

function Step({ step: { version, after, state, text, parts, names } }: { step: ToldStep }) {
  return (
    <li className="card">
      <span className="rule-name">
        {shown(version)}
        <span className="class">{words.states[state]}</span>
      </span>
      <span className="where">
        {[
          version ? madeOf(version) : '',
          after ? words.since(nameOf(after)) : '',
          names.length > 0 ? words.by(names.join(', ')) : '',
        ]
          .filter(part => part !== '')
          .join(' · ')}
      </span>
      {parts.length > 0 ? <DifferenceWords parts={parts} /> : <span className="words">{text}</span>}
    </li>
  )
}
