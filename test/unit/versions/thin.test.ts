import { expect, test } from 'vitest'
import { toThinOut } from '../../../electron/host/versions/thin'
import { versionsAt } from '../../support/frozen-report'
import { typeParagraph, withReportFile } from '../../support/store-fixture'

const file = withReportFile()
const [hour, day] = [3_600_000, 86_400_000]
const now = Date.parse('2026-03-31T12:00:00.000Z')
const ago = (ms: number): string => new Date(now - ms).toISOString()
const version = (ms: number, number: number | null = null) => ({ id: `${ms}`, number, at: ago(ms) })
const stays = (versions: readonly ReturnType<typeof version>[]): string[] => {
  const gone = new Set(toThinOut(versions, now))
  return versions.map(({ id }) => id).filter(id => !gone.has(id))
}

test('of the last day every version stays, of the month the last of each day, later the last of each week', () => {
  const hourly = Array.from({ length: 24 * 70 }, (_, index) => version(index * hour))
  const kept = stays(hourly).map(Number)
  expect(kept.filter(age => age <= day)).toHaveLength(25)
  const month = kept.filter(age => age > day && age <= 31 * day)
  expect([month.length >= 30, month.length <= 31]).toEqual([true, true])
  const weeks = kept.filter(age => age > 31 * day)
  expect([weeks.length >= 5, weeks.length <= 7]).toEqual([true, true])
})

test('numbered drafts stay however old, and so does the newest of the others', () => {
  const versions = [version(400 * day, 1), version(399 * day, 2), version(398 * day), version(397.9 * day)]
  expect(stays(versions)).toEqual([400, 399, 397.9].map(days => `${days * day}`))
})

test('what was thinned out once is not thinned further on the next day', () => {
  const hourly = Array.from({ length: 24 * 10 }, (_, index) => version(index * hour))
  const once = new Set(stays(hourly))
  expect(
    toThinOut(
      hourly.filter(({ id }) => once.has(id)),
      now,
    ),
  ).toEqual([])
})

test('a version that is thinned out takes along only what no other needs, and the drafts are whole', async () => {
  let clock = now - 60 * day
  const store = file.open()
  const { versions, ledger, freeze } = versionsAt(store, () => clock)
  await freeze(1)
  for (let kept = 0; kept < 4; kept++) {
    clock += hour
    typeParagraph(store, `Đoạn ${kept}.`)
    await versions.keep('hourly', ledger)
  }
  clock += hour
  await freeze(2)
  const before = store.versions().parts.size
  clock = now
  typeParagraph(store, 'Về sau.')
  await versions.keep('hourly', ledger)
  expect(versions.list.map(({ number }) => number)).toEqual([1, null, 2, null])
  expect(store.versions().parts.size).toBeLessThan(before)
  expect(await versions.verify(ledger.current.drafts)).toEqual([])
  store.close()
  const again = versionsAt(file.open())
  expect(await again.versions.verify(again.ledger.current.drafts)).toEqual([])
})

test('nothing is kept twice: a report in which nothing was written since has no new version', async () => {
  const { versions, ledger } = versionsAt(file.open())
  expect(await versions.keep('hourly', ledger)).not.toBeNull()
  expect(await versions.keep('before-restore', ledger)).toBeNull()
  expect(versions.list).toHaveLength(1)
})
