import type { Rule } from '../rule'
import { countAndList } from './count-and-list'
import { documentsAgree } from './documents'
import { fromTo } from './from-to'
import { impossibleDate } from './impossible-date'
import { impossibleFigure } from './impossible'
import { proseAndTable } from './prose-and-table'
import { mentions } from './mentions'
import { partsOfWhole } from './parts-of-whole'
import { percentOfWhole } from './percent-of-whole'
import { remarkAndStatus } from './remark-and-status'
import { sharesOfHundred } from './shares-of-hundred'
import { targetClaim } from './target-claim'
import { trendClaim } from './trend-claim'
import { typingRules } from './typing'
import { yearsAndTotal } from './years-and-total'

/** Every rule, in the order of the page that explains them. */
export const rules: readonly Rule[] = [
  partsOfWhole,
  sharesOfHundred,
  percentOfWhole,
  yearsAndTotal,
  fromTo,
  impossibleFigure,
  countAndList,
  targetClaim,
  trendClaim,
  proseAndTable,
  mentions,
  remarkAndStatus,
  documentsAgree,
  impossibleDate,
  ...typingRules,
]
