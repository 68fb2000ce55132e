/**
 * Whether JSON opens more lists and objects within each other; brackets in words do not count. Looks at each letter once,
 * whatever a hostile member wrote: no pattern does, where a quotation mark is missing.
 */
export function isDeeper(json: string, most: number): boolean {
  let depth = 0
  let inWords = false
  for (let at = 0; at < json.length; at++) {
    const mark = json[at]
    if (mark === '"') inWords = !inWords
    else if (inWords) at += mark === '\\' ? 1 : 0
    else depth += stepOf(mark)
    if (depth > most) return true
  }
  return false
}

function stepOf(mark: string | undefined): number {
  if (mark === '[' || mark === '{') return 1
  return mark === ']' || mark === '}' ? -1 : 0
}
