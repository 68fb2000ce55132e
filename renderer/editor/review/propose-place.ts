import { roomAtBlock } from './room'

/** Room below a block for the editor in which somebody writes what they would have instead. */
export const { plugin: proposePlace, show: showBelow } = roomAtBlock({ name: 'propose-place', side: 'below' })
