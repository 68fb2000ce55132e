import { useEffect, useState } from 'react'
import {
  sentenceAt,
  sentenceBefore,
  type Sentence,
  type SentenceStep,
} from '../../../shared/history/sentence-history'
import type { Report } from '../../../shared/report/report'
import type { Version } from '../../../shared/versions/version'
import { spotAt } from '../../editor/queries/spots'
import { ask } from '../../host/ask'
import { wordsFor } from '../../state/attempt'
import { useCommittee } from '../../state/committee'
import type { ReportSession } from '../../state/report-session'
import { readVersion } from '../../state/versions'

/** Something that happened to the sentence between a version and the text behind it. */
export interface ToldStep {
  /** The text in which it is so first: a version, or (null) today's. */
  readonly version: Version | null
  /** The one before; null: there is none. */
  readonly after: Version | null
  readonly state: SentenceStep['state']
  readonly text: string
  readonly parts: SentenceStep['parts']
  /** Who wrote in its paragraph meanwhile, as far as known. */
  readonly names: readonly string[]
}

export interface History {
  readonly sentence: Sentence | null
  /** The newest first. */
  readonly steps: readonly ToldStep[]
  readonly done: number
  readonly failure: string | null
}

/** The sentence at the caret, followed back version by version; each step is told as soon as it is found. */
export function useHistory(session: ReportSession, versions: readonly Version[]): History {
  const [sentence] = useState(() => sentenceHere(session))
  const [history, setHistory] = useState<History>({ sentence, steps: [], done: 0, failure: null })
  useEffect(() => {
    let isWanted = true
    const tell = (change: Partial<History>): void => {
      if (isWanted) setHistory(before => ({ ...before, ...change }))
    }
    if (sentence)
      void goBack({ report: session.report(), sentence, versions, tell, isWanted: () => isWanted }).catch(
        (error: unknown) => tell({ failure: wordsFor(error) }),
      )
    return () => {
      isWanted = false
    }
  }, [session, sentence, versions])
  return history
}

interface Way {
  readonly report: Report
  readonly sentence: Sentence
  readonly versions: readonly Version[]
  readonly tell: (change: Partial<History>) => void
  readonly isWanted: () => boolean
}

async function goBack({ report, sentence, versions, tell, isWanted }: Way): Promise<void> {
  const steps: ToldStep[] = []
  let [newer, here, version]: [Report, Sentence, Version | null] = [report, sentence, null]
  for (const [done, older] of versions.toReversed().entries()) {
    const before = await readVersion(older.id)
    if (!isWanted()) return
    const step = sentenceBefore(before, newer, here)
    if (step.state !== 'same') {
      const names = await writersOf(version, here)
      steps.push({ version, after: older, state: step.state, text: here.text, parts: step.parts, names })
    }
    tell({ steps: [...steps], done: done + 1 })
    if (!step.before) return
    ;[newer, here, version] = [before, step.before, older]
  }
  steps.push({ version, after: null, state: 'same', text: here.text, parts: [], names: [] })
  tell({ steps, done: versions.length })
}

/** Who wrote in the sentence's paragraphs in the time that ended with a version, or (null) since the last draft. */
async function writersOf(version: Version | null, { blocks }: Sentence): Promise<readonly string[]> {
  const { blocks: written } = await ask('version.authors', { id: version?.id ?? null })
  const { members } = useCommittee.getState().ledger
  const ids = new Set(blocks.flatMap(block => written[block]?.members ?? []))
  return [...ids].flatMap(id => members.find(member => member.id === id)?.name ?? [])
}

function sentenceHere(session: ReportSession): Sentence | null {
  const selection = session.editor()?.state.selection
  if (!selection) return null
  const [from, to] = [spotAt(selection.$from), spotAt(selection.$to)]
  const end = to.blockId === from.blockId ? to.offset : from.offset
  return sentenceAt(session.report(), from.blockId, { from: from.offset, to: end })
}
