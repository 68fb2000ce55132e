import type { KnownRecord } from '../../shared/ipc/review'
import { audiences, ReviewRecord } from '../../shared/review/record'
import { known, minute, recordOf } from './review-records'

const people = ['an', 'binh', 'chi', 'dung']
const kinds = ReviewRecord.options.map(({ shape }) => shape.kind.value)

/**
 * Records of a committee that quarrels: everybody says everything about everything, also what makes no sense or is not
 * theirs to say, at few different times, and sometimes about what nobody ever said.
 */
export function randomReview(count: number, random: () => number): KnownRecord[] {
  const one = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const made: KnownRecord[] = []
  for (let at = 0; at < count; at++) {
    const kind = one(at < count / 4 ? kinds.filter(name => name.endsWith('added')) : kinds)
    const target = random() < 0.03 ? undefined : made[Math.floor(random() * made.length)]
    // Ids in random order, so that equal times are told apart by something that is not the order of making.
    const id = `${Math.floor(random() * 1e9).toString(36)}-${at}`.padStart(10, 'z')
    const record = {
      ...recordOf(kind, { id, author: one(people), at: minute(Math.floor(random() * 12)) }),
      ...(isAbout(kind) ? { of: target?.record.id ?? 'nothing-000' } : {}),
      ...(kind === 'annotation.assigned' ? { member: one([...people, null]) } : {}),
      ...(kind.endsWith('edited') ? { text: `lần ${at}` } : {}),
      ...(kind === 'change.settled' ? { kept: random() < 0.5 } : {}),
      ...(kind === 'preference.given' ? { options: one(['O', 'P']), wording: one(['w1', 'w2', null]) } : {}),
    } as ReviewRecord
    made.push(known(record, random() < 0.8 && target ? target.audience : one(audiences)))
  }
  return made
}

const isAbout = (kind: ReviewRecord['kind']): boolean => 'of' in recordOf(kind, { id: '' })
