/**
 * How a paragraph is marked: not at all, "1.", "a)", "(1)." (a target, running through its part), "- ".
 * The mark itself is computed; only the kind is stored.
 */
export const lists = ['none', 'number', 'letter', 'target', 'bullet'] as const
export type List = (typeof lists)[number]

export const alignments = ['justify', 'left', 'center', 'right'] as const
export type Alignment = (typeof alignments)[number]
