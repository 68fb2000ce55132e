import { plainSpaces } from '../util/text'
import type { IndicatorRow } from './indicator-row'
import { indicatorStatus, type IndicatorStatus } from './indicator-status'

export type TypedStatus = Exclude<IndicatorStatus['kind'], 'unknown'>

/** How the remark of a row stands to what its figures say. */
export type RemarkCheck =
  | { readonly kind: 'agrees'; readonly status: TypedStatus }
  | { readonly kind: 'differs'; readonly computed: TypedStatus; readonly typed: TypedStatus }
  /** The remark says nothing of the kind, or the figures do not. */
  | { readonly kind: 'not-comparable' }

/** The typed remark stays as it is; this only says whether it fits. */
export function checkRemark(row: IndicatorRow): RemarkCheck {
  const typed = readRemark(row.remark)
  const computed = indicatorStatus(row).kind
  if (!typed || computed === 'unknown') return { kind: 'not-comparable' }
  return typed === computed ? { kind: 'agrees', status: typed } : { kind: 'differs', computed, typed }
}

const object = '(?: (?:chỉ tiêu|mục tiêu|kế hoạch|nghị quyết|nq))?'
const exceeded = new RegExp(`^(?:đã )?(?:(?:hoàn thành|đạt)(?: và)? )?vượt(?: mức)?${object}$`, 'iu')
const reached = new RegExp(`^(?:đã )?(?:hoàn thành|đạt)${object}$`, 'iu')
const missed = new RegExp(`^(?:chưa|không) (?:hoàn thành|đạt)${object}$`, 'iu')

/** What a remark claims, where it claims nothing else: "Dự kiến hoàn thành vào cuối năm" is no claim. */
export function readRemark(remark: string): TypedStatus | undefined {
  const words = plainSpaces(remark.normalize('NFC')).trim().replace(/\.$/, '')
  if (exceeded.test(words)) return 'exceeded'
  if (reached.test(words)) return 'reached'
  return missed.test(words) ? 'missed' : undefined
}
