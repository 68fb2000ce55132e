/** The five levels of heading, from the top: Phần thứ nhất, A-, I-, 1., 1.1. */
export const levels = ['part', 'letter', 'roman', 'number', 'subnumber'] as const
export type Level = (typeof levels)[number]

/** 0 for a part … 4 for a subnumber. */
export const depthOf = (level: Level): number => levels.indexOf(level)

/** One level up or down, or undefined where there is none. */
export const levelBeside = (level: Level, step: -1 | 1): Level | undefined => levels[depthOf(level) + step]
