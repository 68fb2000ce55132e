import type { Profile } from '../../../../shared/print/profile'

/** The line box that the preamble gives every font: 0.8 em above the baseline, 0.2 em below. */
const boxEms = 1
/** Word's single spacing of Times New Roman, in ems (ascent, descent and line gap of the font). */
const singleEms = 1.149

/** What Typst must put between two line boxes for Word's single spacing. */
export const singleLeading = (size: number): number => size * (singleEms - boxEms)

/** The same for the running text: an exact line height, or a multiple of single spacing. */
export function bodyLeading({ body }: Profile): number {
  const height = 'exact' in body.line ? body.line.exact : body.line.multiple * singleEms * body.size
  return height - body.size * boxEms
}

/** Gap between two paragraphs' line boxes. Word adds the space after one to the space before the next. */
export const paragraphGap = (profile: Profile): number =>
  bodyLeading(profile) + profile.body.spaceBefore + profile.body.spaceAfter
