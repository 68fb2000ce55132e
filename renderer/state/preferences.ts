import type { Options } from '../../shared/options/options'
import type { OptionsId, WordingId } from '../../shared/report/ids'
import { wordsOf } from '../../shared/report/text-blocks'
import { vi } from '../wording/vi'
import type { ReportSession } from './report-session'
import { addRecords, type RecordDraft } from './review'
import { refusalFor } from './review-rights'

/** Whether the person at this window is asked which wording they would have. */
export const mayPrefer = (session: ReportSession, options: OptionsId): boolean =>
  refusalFor(session, 'all', preference(options, null, '')) === null

/** Whether the person at this window may settle which wording stands. */
export const mayDecide = (session: ReportSession, { id, wordings }: Options): boolean =>
  wordings.length > 0 &&
  refusalFor(session, 'all', {
    ...{ kind: 'options.decided', options: id, wording: wordings[0]?.id ?? '', reason: '', rejected: [] },
  }) === null

/** Says which wording one would have; null takes it back. Throws a Failure where it is refused. */
export const givePreference = (options: OptionsId, wording: WordingId | null, reason: string) =>
  addRecords('all', [preference(options, wording, reason)])

/** Keeps who decided and why, with the wordings that were not chosen. Throws a Failure where it is refused. */
export const recordDecision = ({ id, name, wordings }: Options, chosen: WordingId, reason: string) =>
  addRecords('all', [
    {
      ...{ kind: 'options.decided', options: id, wording: chosen, reason },
      rejected: wordings.flatMap((wording, index) =>
        wording.id === chosen
          ? []
          : [
              {
                id: wording.id,
                title: vi.options.wording(name, index + 1),
                text: wording.body.children.map(wordsOf).join('\n'),
              },
            ],
      ),
    },
  ])

const preference = (options: OptionsId, wording: WordingId | null, reason: string): RecordDraft => ({
  ...{ kind: 'preference.given', options, wording, reason },
})
