import type { NumberStyle } from '../../shared/numbering/number-style'

export const partyStyle: NumberStyle = { part: 'ordinal', mark: 'hyphen' }
export const stateStyle: NumberStyle = { part: 'roman', mark: 'dot' }
