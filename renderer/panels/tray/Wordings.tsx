import { Fragment } from 'react'
import { compareWords, sideOf, type WordPart } from '../../../shared/compare/compare-words'
import { vi } from '../../wording/vi'

interface WordingsProps {
  readonly mine: string
  readonly mineLabel: string
  /** Null: the place is gone. */
  readonly theirs: string | null
  readonly theirsLabel: string
}

/** Two wordings, one above the other, each with the words that only it has marked. */
export function Wordings({ mine, mineLabel, theirs, theirsLabel }: WordingsProps) {
  const parts = theirs === null ? [] : compareWords(theirs, mine)
  return (
    <dl className="wordings">
      <dt>{mineLabel}</dt>
      <dd className="mine">
        {theirs === null ? <Plain words={mine} /> : <Side parts={sideOf(parts, 'now')} />}
      </dd>
      <dt>{theirsLabel}</dt>
      <dd className="theirs">
        {theirs === null ? (
          <span className="gone">{vi.tray.gone}</span>
        ) : (
          <Side parts={sideOf(parts, 'was')} />
        )}
      </dd>
    </dl>
  )
}

const Plain = ({ words }: { words: string }) =>
  words.trim() === '' ? <span className="gone">{vi.tray.empty}</span> : <>{words}</>

function Side({ parts }: { parts: readonly WordPart[] }) {
  if (parts.every(({ text }) => text.trim() === '')) return <Plain words="" />
  return parts.map(({ kind, text }, index) =>
    kind === 'same' ? (
      <span key={index}>{text}</span>
    ) : (
      <Fragment key={index}>
        <mark>
          <span className="visually-hidden">{vi.tray.added}</span>
          {text.trimEnd()}
        </mark>
        {text.slice(text.trimEnd().length)}
      </Fragment>
    ),
  )
}
