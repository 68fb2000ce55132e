/** "Phạm Minh Tuấn" → "PT": the first letters of family and given name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return ends
    .map(word => (word ?? '').charAt(0))
    .join('')
    .toLocaleUpperCase('vi')
}

/** "T" of "Phạm Minh Tuấn": the given name, which comes last, is what a person is called by. */
export const initialOf = (name: string): string => initialsOf(name).slice(-1)
