/** Twentieths of a point per millimetre. */
const twipsPerMillimetre = 1440 / 25.4

/** Word rounds A4 to 11906 × 16838; cutting off instead of rounding gives 11905, which Word shows as a custom size. */
export const twips = (millimetres: number): number => Math.round(millimetres * twipsPerMillimetre)
export const twipsOfPoints = (points: number): number => Math.round(points * 20)
export const halfPoints = (points: number): number => Math.round(points * 2)
/** `w:line` of single spacing. */
export const singleLine = 240
