import type { LedgerView } from '../../ipc/ledger-view'
import type { OptionsId, WordingId } from '../../report/ids'
import { forEachBlock, isOptions, optionsIdOf } from '../../report/nodes'
import type { Report } from '../../report/report'
import { wordsOf } from '../../report/text-blocks'
import type { OptionsDecision, Preference, Review } from '../review'
import { peopleIn, type Person, type PersonOf } from './people'

/** What the leaders would have of one set of wordings. */
export interface PreferenceTally {
  readonly options: OptionsId
  /** The word before each number: "Chủ đề". */
  readonly name: string
  readonly wordings: readonly WordingVotes[]
  /** Preferences for wordings that are not there any more. */
  readonly gone: readonly Vote[]
  /** Leaders who said nothing yet. */
  readonly silent: readonly Person[]
  /** The last decision, or null. */
  readonly decision: OptionsDecision | null
}

export interface WordingVotes {
  readonly id: WordingId
  /** 1, 2, … */
  readonly number: number
  readonly text: string
  readonly votes: readonly Vote[]
  readonly isChosen: boolean
}

export interface Vote {
  readonly by: Person
  readonly at: string
  readonly reason: string
}

interface Sources {
  readonly review: Pick<Review, 'preferences' | 'decisions'>
  readonly report: Report
  readonly ledger: Pick<LedgerView, 'members'>
}

/** Every set of wordings in the order of the report, with who would have which. */
export function preferenceTallies(sources: Sources): PreferenceTally[] {
  const tallies = new Map<OptionsId, PreferenceTally>()
  forEachBlock(sources.report.text, block => {
    const id = isOptions(block) ? optionsIdOf(block) : undefined
    const tally = id !== undefined && !tallies.has(id) ? preferenceTally(id, sources) : null
    if (tally) tallies.set(tally.options, tally)
  })
  return [...tallies.values()]
}

/** The tally of one set of wordings; null where the report has none of that name. */
export function preferenceTally(
  id: OptionsId,
  { review, report, ledger }: Omit<Sources, 'report'> & { readonly report: Pick<Report, 'options'> },
): PreferenceTally | null {
  const options = report.options.get(id)
  if (!options) return null
  const personOf = peopleIn(ledger)
  const given = review.preferences.filter(preference => preference.options === id)
  const wordings = options.wordings.map(({ id: wording, body }, index) => ({
    ...{ id: wording, number: index + 1, isChosen: options.chosen === wording },
    text: body.children.map(wordsOf).join(' ').trim(),
    votes: given.filter(one => one.wording === wording).map(one => vote(one, personOf)),
  }))
  const there = new Set<string>(options.wordings.map(wording => wording.id))
  return {
    ...{ options: id, name: options.name, wordings },
    gone: given.filter(one => !there.has(one.wording)).map(one => vote(one, personOf)),
    silent: silentLeaders(given, ledger),
    decision: review.decisions.findLast(decision => decision.options === id) ?? null,
  }
}

const vote = ({ author, at, reason }: Preference, personOf: PersonOf): Vote => ({
  ...{ by: personOf(author), at, reason },
})

function silentLeaders(given: readonly Preference[], ledger: Sources['ledger']): Person[] {
  const heard = new Set(given.map(({ author }) => author))
  return ledger.members
    .filter(({ id, role, joined, revoked }) => role === 'leader' && joined && !revoked && !heard.has(id))
    .map(({ id, name, unit }) => ({ id, name, unit }))
}
