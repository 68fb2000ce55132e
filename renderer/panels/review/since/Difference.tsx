import { Fragment } from 'react'
import type { InlinePart } from '../../../../shared/compare/compare-inline'
import { noteRefSign } from '../../../../shared/report/text-blocks'
import { vi } from '../../../wording/vi'
import { shortParts } from './short-parts'

/** Words that were added and removed, among as many of their neighbours as it takes to know the place. */
export function DifferenceWords({ parts }: { parts: readonly InlinePart[] }) {
  if (parts.length === 0) return <span className="words none">{vi.since.emptyParagraph}</span>
  return (
    <span className="words">
      {shortParts(parts).map(({ kind, text }, index) => (
        <Words key={index} kind={kind} text={text.replaceAll(noteRefSign, '*')} />
      ))}
    </span>
  )
}

function Words({ kind, text }: { kind: InlinePart['kind']; text: string }) {
  if (kind === 'added')
    return (
      <ins>
        <span className="visually-hidden">{vi.since.added} </span>
        {text}
      </ins>
    )
  if (kind === 'removed')
    return (
      <del>
        <span className="visually-hidden">{vi.since.removed} </span>
        {text}
      </del>
    )
  return kind === 'marked' ? <span className="marked">{text}</span> : <Fragment>{text}</Fragment>
}
