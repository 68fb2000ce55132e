import type { Problem } from '../problems/problem'

/** Whether a report can go out as a draft but not as the last word: open alternatives are among these. */
export const standsInTheWay = ({ severity }: Pick<Problem, 'severity'>): boolean => severity !== 'reminder'
