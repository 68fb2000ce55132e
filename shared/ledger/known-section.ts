import { wholeReport } from '../permissions/member'
import type { LedgerContext } from './change-ledger'

/** A grant for a section that the report does not have would come alive when somebody gives that id to a heading. */
export const isKnownSection = (section: string, { headingsOf }: LedgerContext): boolean =>
  section === wholeReport || headingsOf(section) !== undefined
