import { compareWords } from '../../../../shared/compare/compare-words'
import type { Change } from '../../../../shared/review/change'
import { noteRefSign } from '../../../../shared/report/text-blocks'
import { useSnapshot } from '../../../state/use-session'
import { vi } from '../../../wording/vi'

/** What is proposed: struck what would go, underlined what would come. */
export function ChangeShown({ change }: { change: Change }) {
  switch (change.kind) {
    case 'words':
    case 'cell':
      return <Words was={change.was} now={change.now} />
    case 'insert-blocks':
      return <Words was="" now={change.blocks.map(textOf).join('\n')} />
    case 'delete-block':
      return <Words was={textOf(change.was)} now="" />
    case 'level':
      return <Words was={vi.proposals.levelName(change.was)} now={vi.proposals.levelName(change.now)} />
    default:
      return <Choice {...change} />
  }
}

function Choice({ options, was, now }: Extract<Change, { kind: 'choice' }>) {
  const found = useSnapshot(session => [...session.options().values()].find(({ id }) => id === options))
  const name = (id: string | null): string => {
    const at = found?.wordings.findIndex(wording => wording.id === id) ?? -1
    return at < 0 ? vi.proposals.editor.noChoice : vi.options.wording(found?.name ?? '', at + 1)
  }
  return <Words was={name(was)} now={name(now)} />
}

export function Words({ was, now }: { was: string; now: string }) {
  return (
    <p className="proposal-change">
      {compareWords(clean(was), clean(now)).map(({ kind, text }, index) =>
        kind === 'same' ? (
          <span key={index}>{text}</span>
        ) : kind === 'removed' ? (
          <del key={index}>{text}</del>
        ) : (
          <ins key={index}>{text}</ins>
        ),
      )}
    </p>
  )
}

const clean = (words: string): string => words.replaceAll(noteRefSign, '')

/** The words of a node from its JSON, which nobody has checked. */
function textOf(json: unknown): string {
  if (typeof json !== 'object' || json === null) return ''
  const { text, content } = json as { text?: unknown; content?: unknown }
  if (typeof text === 'string') return text
  return Array.isArray(content) ? content.map(textOf).join('') : ''
}
