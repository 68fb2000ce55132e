/** How section numbers are written; both ways occur in Party and in state documents (vn-layout §1.4). */
export interface NumberStyle {
  /** "Phần thứ nhất" or "Phần I". */
  readonly part: 'ordinal' | 'roman'
  /** "A-", "I-" (Party) or "A.", "I." (NĐ 30). */
  readonly mark: 'hyphen' | 'dot'
}

export const partyStyle: NumberStyle = { part: 'ordinal', mark: 'hyphen' }
export const stateStyle: NumberStyle = { part: 'roman', mark: 'dot' }
