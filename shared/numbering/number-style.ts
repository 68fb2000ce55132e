/** How section numbers are written; both ways occur in Party and in state documents (vn-layout §1.4). */
export interface NumberStyle {
  /** "Phần thứ nhất" or "Phần I". */
  readonly part: 'ordinal' | 'roman'
  /** "A-", "I-" (Party) or "A.", "I." (NĐ 30). */
  readonly mark: 'hyphen' | 'dot'
}
