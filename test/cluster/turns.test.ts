import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import type { ClusterReport } from '../../electron/host/cluster/cluster-report'
import { openDatabase, type Database } from '../../electron/host/cluster/database'
import { openReport } from '../../electron/host/cluster/open-reports'
import { putReport } from '../../electron/host/cluster/put-report'
import { takeReport } from '../../electron/host/cluster/take-report'
import { RefusedChange } from '../../electron/host/committee/refused-change'
import { readCopy } from '../../electron/host/store/read-copy'
import { brokenEntries, type Entry } from '../../shared/ledger/entry'
import { schemaVersion } from '../../shared/report/schema-version'
import { readReport } from '../../shared/sync/read-report'
import { putRecords } from '../../electron/host/review/room-doc'
import type { ReviewRecord } from '../../shared/review/record'
import { remark, reply } from '../support/remarks'
import { idsOf } from '../support/review-room'
import { withCluster } from '../support/cluster-fixture'
import { makeReport } from '../support/cluster-instance'
import { gateReport } from '../support/gate-report'
import { makeKey, operator, host } from '../support/ledger-fixture'
import { secretHashOf } from '../../shared/session/secret-hash'
import { refusal } from '../support/store-fixture'
import { wordsIn } from '../support/shared-blocks'

// Instances without their network: each has a database connection and replicas of its own.
const here = withCluster()
const open: Database[] = []
let sql: Client
beforeEach(async context => {
  if (here.lacking) {
    context.skip(here.lacking)
    return
  }
  sql = new Client({ connectionString: here.services.postgres })
  await sql.connect()
})
afterEach(async () => {
  for (const database of open.splice(0)) await database.close()
  if (!here.lacking) await sql.end()
})

const database = async (): Promise<Database> => {
  const opened = await openDatabase(here.services.postgres, () => undefined)
  open.push(opened)
  return opened
}

async function putNew() {
  const path = join(mkdtempSync(join(here.folder, 'put-')), 'Báo cáo.duthao')
  const { id, invited } = makeReport(path, gateReport(), ['secretary', 'secretary'])
  await putReport(await database(), path)
  const instance = async (): Promise<ClusterReport> => openReport(await database(), id)
  const [first, second] = [await instance(), await instance()]
  for (const { secret } of invited) {
    const secretHash = secretHashOf(secret)
    const asked = { kind: 'invitation.redeem', secretHash, key: makeKey().publicKey }
    expect(await first.run(asked, host)).toMatchObject({ ok: true })
  }
  const [lan, minh] = invited.map(({ member }) => member) as [string, string]
  return { id, path, first, second, instance, lan, minh }
}

/** Somebody's replica, in step with what an instance shows. */
async function writer(report: ClusterReport, client: number) {
  const shown = new Doc()
  await report.show(shown)
  const doc = new Doc()
  doc.clientID = client
  applyUpdate(doc, encodeStateAsUpdate(shown))
  return {
    shown,
    doc,
    /** What typing these words at the beginning of a paragraph sends. */
    types: (id: string, words: string): Uint8Array => {
      const before = encodeStateVector(doc)
      wordsIn(doc, id).insert(0, words)
      return encodeStateAsUpdate(doc, before)
    },
  }
}

/** Somebody's copy of a room of the review; it begins with what is in `from`. */
function speaker(client: number, from = new Doc()) {
  const doc = new Doc()
  applyUpdate(doc, encodeStateAsUpdate(from))
  // Yjs takes another id where it finds its own in what it is given.
  doc.clientID = client
  return {
    doc,
    /** What saying this sends. */
    says: (...records: ReviewRecord[]): Uint8Array => {
      const before = encodeStateVector(doc)
      putRecords(doc, records)
      return encodeStateAsUpdate(doc, before)
    },
  }
}

/** The words of a block. */
const textOf = (doc: Doc, id: string): string => wordsIn(doc, id).toJSON()

const counted = async (table: string, id: string): Promise<number> => {
  const { rows } = await sql.query<{ count: string }>(
    `SELECT count(*) AS count FROM du_thao.${table} WHERE report = $1`,
    [id],
  )
  return Number(rows[0]!.count)
}

/** What is in the database, replayed by somebody who has nothing. */
async function stored(id: string): Promise<Doc> {
  const doc = new Doc()
  await (await openReport(await database(), id)).show(doc)
  return doc
}

describe('a change', () => {
  test.each([
    [1, 2],
    [2, 1],
  ])(
    'of two instances at once is numbered without a gap, and all hold the same (ids %i, %i)',
    async (x, y) => {
      const { id, first, second, lan, minh } = await putNew()
      const [one, other] = [await writer(first, x), await writer(second, y)]
      const changes = Array.from({ length: 30 }, (_, round) => [
        first.change(one.types('B-p', `một${round} `), lan),
        second.change(other.types('B-p', `hai${round} `), minh),
      ])
      await Promise.all(changes.flat())
      await Promise.all([first.refresh(), second.refresh()])
      const whole = readReport(await stored(id))
      for (const doc of [one.shown, other.shown]) expect(readReport(doc)).toEqual(whole)
      const words = textOf(one.shown, 'B-p')
      for (let round = 0; round < 30; round++)
        for (const word of [`một${round} `, `hai${round} `]) expect(words).toContain(word)
    },
  )

  test('is in the database when the first peer hears of it', async () => {
    const { id, first, second, lan } = await putNew()
    const one = await writer(first, 1)
    const found: Promise<number>[] = []
    one.shown.on('update', () => found.push(counted('body_update', id)))
    await first.change(one.types('B-p', 'mới '), lan)
    expect(await Promise.all(found)).toEqual([1])
    await second.refresh()
  })

  test('that the database does not take is told to nobody, and is taken when it comes again', async () => {
    const { first, second, id, lan } = await putNew()
    const one = await writer(first, 1)
    const before = readReport(one.shown)
    const update = one.types('B-p', 'mới ')
    await sql.query(`
      CREATE FUNCTION du_thao.full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'disk full'; END $$;
      CREATE TRIGGER full_disk BEFORE INSERT ON du_thao.body_update EXECUTE FUNCTION du_thao.full()`)
    try {
      await expect(first.change(update, lan)).rejects.toEqual(refusal('not-ready'))
      expect(readReport(one.shown)).toEqual(before)
    } finally {
      await sql.query('DROP TRIGGER full_disk ON du_thao.body_update; DROP FUNCTION du_thao.full')
    }
    await first.change(update, lan)
    const elsewhere = await writer(second, 3)
    for (const doc of [one.shown, elsewhere.shown, await stored(id)])
      expect(textOf(doc, 'B-p')).toContain('mới ')
  })

  test('under the id of somebody who wrote at the other instance is refused, even before this one has heard of it; its own author goes on here', async () => {
    const { first, second, lan, minh } = await putNew()
    const one = await writer(first, 7)
    await first.change(one.types('B-p', 'của Lan '), lan)
    const before = encodeStateVector(one.doc)
    wordsIn(one.doc, 'C-p').insert(0, 'giả Lan ')
    await expect(second.change(encodeStateAsUpdate(one.doc, before), minh)).rejects.toMatchObject({
      refusal: { code: 'foreign-client' },
    })
    await second.change(encodeStateAsUpdate(one.doc, before), lan)
  })
})

describe('a lock', () => {
  test.each(['first', 'second'] as const)(
    'that races a change is kept: what is in the section when it is locked stays (the lock at the %s instance)',
    async where => {
      const put = await putNew()
      const { id, first, lan } = put
      for (let round = 0; round < 4; round++) {
        const one = await writer(first, 100 + round)
        const change = first.change(one.types('L-p', `xen${round} `), lan).then(
          () => 'taken',
          (error: unknown) => (error instanceof RefusedChange ? error.refusal.code : String(error)),
        )
        const lock = await put[where].run({ kind: 'section.lock', section: 'L' }, operator)
        expect(lock).toMatchObject({ ok: true })
        const locked = textOf(await stored(id), 'L-p')
        const outcome = await change
        expect(outcome).toBe(locked.includes(`xen${round} `) ? 'taken' : 'locked')
        const late = await writer(first, 200 + round)
        await expect(first.change(late.types('L-p', 'muộn '), lan)).rejects.toBeInstanceOf(RefusedChange)
        expect(textOf(await stored(id), 'L-p')).toBe(locked)
        expect(await put.second.run({ kind: 'section.unlock', section: 'L' }, operator)).toMatchObject({
          ok: true,
        })
      }
    },
  )

  test('of both instances at once is one entry, and the chain of the record is whole', async () => {
    const { id, first, second } = await putNew()
    const asked = { kind: 'section.lock', section: 'L' }
    const replies = await Promise.all([first.run(asked, operator), second.run(asked, operator)])
    expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true])
    await Promise.all([first.refresh(), second.refresh()])
    expect(second.book.record).toEqual(first.book.record)
    expect(brokenEntries(first.book.record)).toEqual([])
    expect(await counted('ledger_entry', id)).toBe(first.book.record.length)
    expect(first.book.doc.getArray('audit').toJSON()).toEqual(second.book.doc.getArray('audit').toJSON())
  })
})

describe('the log', () => {
  test('is replaced by one state when it has grown, and an instance that is behind goes on from there', async () => {
    const { id, first, second, lan, minh } = await putNew()
    const [one, other] = [await writer(first, 1), await writer(second, 2)]
    await first.change(one.types('B-p', 'x'.repeat(1_000_001)), lan)
    expect(await counted('body_update', id)).toBe(0)
    await second.change(other.types('B-q', 'vẫn viết '), minh)
    expect(readReport(other.shown)).toEqual(readReport(await stored(id)))
    expect(await counted('body_update', id)).toBe(1)
  })

  test('of the review likewise, and whose the words in it are is still known', async () => {
    const { id, first, second, instance, lan, minh } = await putNew()
    const [hers, his] = [speaker(71), speaker(72)]
    const many = Array.from({ length: 60 }, () => remark('x'.repeat(19_000), { author: lan }))
    await first.say('all', hers.says(...many), lan)
    expect(await counted('review_update', id)).toBe(0)
    const answer = reply(many[0]!.id, 'Trả lời', { author: minh })
    await second.say('all', his.says(answer), minh)
    expect(await counted('review_update', id)).toBe(1)
    const later = await instance()
    const borrowed = speaker(71, hers.doc).says(remark('Giả', { author: minh }))
    await expect(later.say('all', borrowed, minh)).rejects.toMatchObject({
      refusal: { code: 'foreign-client' },
    })
    const last = remark('Vẫn là Lan', { author: lan })
    await later.say('all', hers.says(last), lan)
    await Promise.all([first.refresh(), second.refresh()])
    const whole = [...many, answer, last].map(record => record.id).sort()
    for (const { review } of [first, second, later]) expect(idsOf(review.docs.all)).toEqual(whole)
    await expect(sql.query('DELETE FROM du_thao.review_client')).rejects.toThrow('append-only')
  })

  test('that is damaged is not opened, and not touched', async () => {
    const { id, first, instance, lan } = await putNew()
    const one = await writer(first, 1)
    await first.change(one.types('B-p', 'mới '), lan)
    // As a superuser might, or a failing disk.
    await sql.query(`
      ALTER TABLE du_thao.body_update DISABLE TRIGGER USER;
      UPDATE du_thao.body_update SET bytes = bytes || '\\x00' WHERE report = '${id}';
      ALTER TABLE du_thao.body_update ENABLE TRIGGER USER`)
    await expect((await instance()).show(new Doc())).rejects.toEqual(refusal('unreadable-file'))
    expect(await counted('body_update', id)).toBe(1)
  })

  test.each(['ledger_entry', 'ledger_client', 'body_update'])('%s is written once', async table => {
    const { first, lan } = await putNew()
    const one = await writer(first, 1)
    await first.change(one.types('B-p', 'mới '), lan)
    await expect(sql.query(`UPDATE du_thao.${table} SET seq = seq + 1000`)).rejects.toThrow('append-only')
    if (table !== 'body_update')
      await expect(sql.query(`DELETE FROM du_thao.${table}`)).rejects.toThrow('append-only')
  })
})

describe('a report', () => {
  test('that is put and taken again is the same, its committee and the owners of its words included', async () => {
    const { id, path, first, lan } = await putNew()
    const one = await writer(first, 1)
    await first.change(one.types('B-p', 'mới '), lan)
    const copy = join(here.folder, `${id}.duthao`)
    await takeReport(await database(), id, copy)
    const [before, after] = [readCopy(path, schemaVersion), readCopy(copy, schemaVersion)]
    expect(after).toMatchObject({ reportId: id, lost: 0, schema: schemaVersion })
    expect(readReport(after.body)).toEqual(readReport(one.shown))
    expect(after.ledger.entries.slice(0, before.ledger.entries.length)).toEqual(before.ledger.entries)
    expect(brokenEntries(after.ledger.entries.map(entry => JSON.parse(entry) as Entry))).toEqual([])
    expect(after.ledger.clients).toEqual(new Map([[1, lan]]))
    await expect(takeReport(await database(), id, copy)).rejects.toEqual(refusal('not-allowed'))
    await expect(putReport(await database(), path)).rejects.toEqual(refusal('not-allowed'))
  })

  test('of a newer program is left alone, and so are tables of one', async () => {
    const { id } = await putNew()
    await sql.query('UPDATE du_thao.report SET schema = schema + 1 WHERE id = $1', [id])
    await expect(openReport(await database(), id)).rejects.toEqual(refusal('newer-version'))
    await sql.query('INSERT INTO du_thao.migration VALUES (9999)')
    await expect(openDatabase(here.services.postgres, () => undefined)).rejects.toEqual(
      refusal('newer-version'),
    )
    await sql.query('DELETE FROM du_thao.migration WHERE version = 9999')
  })
})
