import type { Rule } from '../rule'
import { countAndList } from './count-and-list'
import { fromTo } from './from-to'
import { impossibleFigure } from './impossible'
import { partsOfWhole } from './parts-of-whole'
import { percentOfWhole } from './percent-of-whole'
import { sharesOfHundred } from './shares-of-hundred'
import { targetClaim } from './target-claim'
import { trendClaim } from './trend-claim'
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
]
