import { CircleSlash, Combine, FileX2, MessageSquareX, Replace, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import type { TrayEntry, TrayKind } from '../../../shared/tray/entry'
import { Button } from '../../ui/Button'
import { vi } from '../../wording/vi'
import type { ShownEntry } from './shown-entries'
import { Wordings } from './Wordings'

/** What a person may do with an entry. */
export interface TrayActs {
  readonly onPutBack: (entry: TrayEntry) => void
  readonly onCopy: (entry: TrayEntry) => void
  readonly onDiscard: (entry: TrayEntry) => void
  /** Of a sentence that two changed: which wording it is to have. */
  readonly onKeep: (entry: TrayEntry, which: 'mine' | 'theirs' | 'merged') => void
  readonly onGo: (entry: TrayEntry) => void
  readonly isOpen: (entry: TrayEntry) => boolean
}

interface TrayCardProps extends ShownEntry {
  readonly acts: TrayActs
  /** The author's name; null for the person at this window. */
  readonly author: string | null
  readonly readOnly: boolean
}

const icons: Readonly<Record<TrayKind, LucideIcon>> = {
  refused: CircleSlash,
  deleted: FileX2,
  overwritten: Replace,
  'same-sentence': Combine,
  remark: MessageSquareX,
}

/** One entry: what happened, whose words, both wordings, what can be done. */
export function TrayCard({ entry, present, where, author, acts, readOnly }: TrayCardProps) {
  const { kind, mine, reason, at } = entry
  const Icon = icons[kind]
  const isSentence = kind === 'same-sentence'
  // It was never to stand in the text.
  const isRemark = kind === 'remark'
  const mineLabel = author === null ? vi.tray.mine : author ? vi.tray.of(author) : vi.tray.ofSomebody
  return (
    <article
      className={`card tray-card ${kind === 'refused' || isRemark ? 'bad' : 'wait'}`}
      aria-label={vi.tray.kinds[kind]}
    >
      <span className="rule-name">
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        {vi.tray.kinds[kind]}
      </span>
      <span className="where">
        {[where, vi.tray.by(author ?? vi.tray.me, timeOf(at)).replace(/^, /u, '')]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {reason && <span className="what">{reason}</span>}
      {isRemark ? (
        <p className="said">{mine}</p>
      ) : (
        <Wordings
          mine={mine}
          mineLabel={mineLabel}
          theirs={isSentence ? (entry.theirs ?? '') : present}
          theirsLabel={isSentence ? vi.tray.other : vi.tray.present}
        />
      )}
      {isSentence && (
        <p className="merged">
          <span>{vi.tray.merged}</span> {entry.merged}
        </p>
      )}
      {isSentence ? (
        <Choices entry={entry} acts={acts} readOnly={readOnly} />
      ) : (
        <Acts entry={entry} acts={acts} readOnly={readOnly} />
      )}
    </article>
  )
}

type ActsProps = Pick<TrayCardProps, 'entry' | 'acts' | 'readOnly'>

function Acts({ entry, acts, readOnly }: ActsProps) {
  const [isAsking, setAsking] = useState(false)
  const words = shortened(entry.mine)
  const isRemark = entry.kind === 'remark'
  const mayWrite = !isRemark && !readOnly && acts.isOpen(entry)
  if (isAsking)
    return (
      <div className="tray-ask" role="group" aria-label={vi.tray.discardSure}>
        <span className="what">{vi.tray.discardSure}</span>
        <div className="acts">
          <Button size="small" onClick={() => acts.onDiscard(entry)}>
            {vi.tray.discardYes}
          </Button>
          <Button size="small" autoFocus onClick={() => setAsking(false)}>
            {vi.tray.discardNo}
          </Button>
        </div>
      </div>
    )
  return (
    <>
      {!mayWrite && !readOnly && !isRemark && <span className="what">{vi.tray.mayNot}</span>}
      <div className="acts">
        {mayWrite && (
          <Button size="small" aria-label={vi.tray.putBackLong(words)} onClick={() => acts.onPutBack(entry)}>
            {vi.tray.putBack}
          </Button>
        )}
        <Button size="small" aria-label={vi.tray.copyLong(words)} onClick={() => acts.onCopy(entry)}>
          {vi.tray.copy}
        </Button>
        <Button size="small" aria-label={vi.tray.discardLong(words)} onClick={() => setAsking(true)}>
          {vi.tray.discard}
        </Button>
      </div>
    </>
  )
}

function Choices({ entry, acts, readOnly }: ActsProps) {
  const mayWrite = !readOnly && acts.isOpen(entry)
  return (
    <div className="acts">
      {mayWrite && (
        <>
          <Button size="small" onClick={() => acts.onKeep(entry, 'mine')}>
            {vi.tray.keepMine}
          </Button>
          <Button size="small" onClick={() => acts.onKeep(entry, 'theirs')}>
            {vi.tray.keepTheirs}
          </Button>
        </>
      )}
      <Button size="small" onClick={() => acts.onKeep(entry, 'merged')}>
        {vi.tray.keepMerged}
      </Button>
      <Button size="small" look="quiet" onClick={() => acts.onGo(entry)}>
        {vi.tray.go}
      </Button>
    </div>
  )
}

const shortened = (words: string): string => (words.length > 40 ? `${words.slice(0, 40).trim()}…` : words)

const timeOf = (at: string): string =>
  new Date(at).toLocaleString('vi-VN', {
    hour: '2-digit',
    minute: '2-digit',
    day: '2-digit',
    month: '2-digit',
  })
