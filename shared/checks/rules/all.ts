import type { Rule } from '../rule'
import { changeAndBase } from './change-and-base'
import { countAndList } from './count-and-list'
import { documentsAgree } from './documents'
import { fromTo } from './from-to'
import { impossibleDate } from './impossible-date'
import { impossibleFigure } from './impossible'
import { proseAndTable } from './prose-and-table'
import { mentions } from './mentions'
import { namesAgree } from './names'
import { numberForm } from './number-form'
import { partsOfWhole } from './parts-of-whole'
import { percentOfWhole } from './percent-of-whole'
import { remarkAndStatus } from './remark-and-status'
import { repeatedSentence } from './repeated-sentence'
import { scaleOfUnit } from './scale'
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
  changeAndBase,
  impossibleFigure,
  countAndList,
  targetClaim,
  trendClaim,
  proseAndTable,
  mentions,
  remarkAndStatus,
  documentsAgree,
  impossibleDate,
  scaleOfUnit,
  namesAgree,
  repeatedSentence,
  numberForm,
  ...typingRules,
]
