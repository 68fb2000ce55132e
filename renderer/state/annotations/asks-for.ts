import type { Annotation } from '../../../shared/review/review'

/**
 * Whether a thread waits for this person: it is open, and given to them or names them in something that they have not
 * answered yet. Computed, so it is the same on each of their computers.
 */
export function asksFor(annotation: Annotation, member: string): boolean {
  if (annotation.resolved !== null) return false
  if (annotation.assigned === member) return true
  const said = [annotation, ...annotation.replies]
  const lastNamed = said.findLastIndex(
    ({ author, mentions }) => author !== member && mentions.includes(member),
  )
  const lastAnswer = said.findLastIndex(({ author }) => author === member)
  return lastNamed > lastAnswer
}
