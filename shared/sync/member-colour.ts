/** How many colours the window has for people (`--p1` … in its tokens). */
export const memberColours = 8

/** Which of them a member has, from 1: the same on every computer, without anybody keeping it. */
export function colourOfMember(id: string): number {
  let hash = 2_166_136_261
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  return ((hash >>> 0) % memberColours) + 1
}
