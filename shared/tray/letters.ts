import type { Letters } from './entry'

/** Whether two accounts speak of one letter at least. */
export const sharesLetters = (some: readonly Letters[], others: readonly Letters[]): boolean =>
  some.some(([client, clock, count]) =>
    others.some(
      ([otherClient, otherClock, otherCount]) =>
        client === otherClient && clock < otherClock + otherCount && otherClock < clock + count,
    ),
  )

/** Whether another account knows every one of these letters. */
export function areKnown(letters: readonly Letters[], known: readonly Letters[]): boolean {
  const runs = joinLetters(known)
  return (
    letters.length > 0 &&
    letters.every(([client, clock, count]) =>
      runs.some(
        ([other, from, length]) => client === other && from <= clock && clock + count <= from + length,
      ),
    )
  )
}

/** Runs that follow each other as one. */
export function joinLetters(letters: readonly Letters[]): Letters[] {
  const sorted = [...letters].sort(([a, from], [b, other]) => a - b || from - other)
  const joined: Letters[] = []
  for (const [client, clock, count] of sorted) {
    const last = joined.at(-1)
    if (last && last[0] === client && last[1] + last[2] >= clock)
      joined[joined.length - 1] = [client, last[1], Math.max(last[2], clock + count - last[1])]
    else joined.push([client, clock, count])
  }
  return joined
}
