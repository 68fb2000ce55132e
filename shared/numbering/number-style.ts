import type { Fields } from '../report/fields'

/** How section numbers are written; both ways occur in Party and in state documents (vn-layout §1.4). */
export interface NumberStyle {
  /** "Phần thứ nhất" or "Phần I". */
  readonly part: 'ordinal' | 'roman'
  /** "A-", "I-" (Party) or "A.", "I." (NĐ 30). */
  readonly mark: 'hyphen' | 'dot'
}

export const partyStyle: NumberStyle = { part: 'ordinal', mark: 'hyphen' }
export const stateStyle: NumberStyle = { part: 'roman', mark: 'dot' }

/** How a layout profile numbers, by its name: state profiles begin with "hc-". */
export const profileNumberStyle = (profile: string): NumberStyle =>
  profile.startsWith('hc-') ? stateStyle : partyStyle

/** How a report numbers: as its own fields say, else as its profile does. */
export function styleOfReport(fields: Pick<Fields, 'partStyle' | 'markStyle' | 'profile'>): NumberStyle {
  const own = profileNumberStyle(fields.profile)
  return {
    part: fields.partStyle === 'ordinal' || fields.partStyle === 'roman' ? fields.partStyle : own.part,
    mark: fields.markStyle === 'hyphen' || fields.markStyle === 'dot' ? fields.markStyle : own.mark,
  }
}
