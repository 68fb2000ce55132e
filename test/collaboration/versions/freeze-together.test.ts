import { applyUpdateV2, Doc, encodeStateVector } from 'yjs'
import { expect, test } from 'vitest'
import { restoreFile } from '../../../electron/host/versions/stored-file'
import { Parts } from '../../../electron/host/versions/parts'
import { readManifests } from '../../../electron/host/versions/read-manifests'
import { toReportJson } from '../../../shared/report/report-json'
import { readReport } from '../../../shared/sync/read-report'
import { canonicalJson } from '../../../shared/util/canonical-json'
import { draft } from '../../support/frozen-report'
import { operator } from '../../support/ledger-fixture'
import { eventually, typeParagraph, wordsOf } from '../../support/network-peer'
import { until, withPeers, type Desktop } from '../../support/peer-fixture'
import { refusal } from '../../support/store-fixture'

const fixture = withPeers()
const served = () => fixture.served().reports[0]!
const textIn = (body: Doc): string => canonicalJson(toReportJson(readReport(body)))
const nothing = {}

/** The shared document as it was frozen. */
function frozenBody(id: string): Doc {
  const { rows } = served().versions
  const { manifest } = readManifests(rows.manifests).find(version => version.id === id)!
  const body = new Doc()
  applyUpdateV2(body, restoreFile(manifest.state, new Parts(rows.parts)))
  return body
}

test('a draft frozen while five people write is one moment that all of them agree on, and nobody’s words are lost', async () => {
  const names = ['an', 'bình', 'chi', 'dũng', 'em']
  const writers: Desktop[] = []
  for (const name of names) writers.push(await fixture.desktop(name))
  let mark = 0
  const typing = setInterval(() => {
    for (const [at, { body }] of writers.entries()) typeParagraph(body(), `${names[at]}-${mark}.`)
    mark++
  }, 15)
  await eventually(() => expect(wordsOf(served().shared.rooms.body.store.body)).toContain('em-3.'))
  const version = await writers[0]!.versions.freeze(draft(1), nothing)
  await eventually(() => expect(mark).toBeGreaterThan(20))
  clearInterval(typing)
  const all = () => [served().shared.rooms.body.store.body, ...writers.map(({ body }) => body())]
  await eventually(() => {
    for (const doc of all()) for (const name of names) expect(wordsOf(doc)).toContain(`${name}-${mark - 1}.`)
  })
  const frozen = frozenBody(version.id)
  const json = served().versions.read(version.id)
  expect(textIn(frozen)).toBe(json)
  for (const doc of all()) {
    // All that was frozen is known to everybody: adding it to what they have changes nothing.
    const [before, words] = [encodeStateVector(doc), textIn(doc)]
    applyUpdateV2(doc, restored(version.id))
    expect([encodeStateVector(doc), textIn(doc)]).toEqual([before, words])
  }
  // Of each writer it has everything up to one mark and nothing behind it.
  for (const name of names) {
    const marks = [...json.matchAll(new RegExp(`${name}-(\\d+)\\.`, 'g'))]
      .map(found => Number(found[1]))
      .sort((a, b) => a - b)
    expect(marks).toEqual(marks.map((_, at) => at))
    expect(marks.length).toBeLessThan(mark)
    expect(marks.length).toBeGreaterThan(3)
  }
})

function restored(id: string): Uint8Array {
  const { rows } = served().versions
  const { manifest } = readManifests(rows.manifests).find(version => version.id === id)!
  return restoreFile(manifest.state, new Parts(rows.parts))
}

test('a member sees in the list what the host froze, reads it, and still has it without the host', async () => {
  const lan = await fixture.desktop('lan', 'reader')
  const then = textIn(served().shared.rooms.body.store.body)
  const { ledger, versions } = served()
  await versions.freeze(draft(1, { purpose: 'gửi xin ý kiến' }), operator, ledger)
  await versions.freeze(draft(2), operator, ledger)
  await eventually(() => expect(lan.versions.list.map(({ number }) => number)).toEqual([1, 2]))
  const [first, second] = lan.versions.list
  expect(lan.versions.list).toEqual(versions.list)
  expect(await lan.versions.read(first!.id)).toBe(then)
  expect(await lan.versions.verify()).toEqual([])
  await fixture.stopHost()
  await until(lan, 'offline')
  const later = lan.reopen()
  expect(await later.versions.read(first!.id)).toBe(then)
  expect(Buffer.from(await later.versions.file(first!.id, 'docx')).toString('latin1')).toMatch(/^PK/)
  await expect(later.versions.read(second!.id)).rejects.toThrow(refusal('not-ready'))
})

test('the files of a later draft come with the earlier parts that they lean on', async () => {
  const { ledger, versions } = served()
  for (const number of [1, 2, 3]) await versions.freeze(draft(number), operator, ledger)
  const lan = await fixture.desktop('lan', 'drafter')
  await eventually(() => expect(lan.versions.list).toHaveLength(3))
  const { id } = lan.versions.list[2]!
  expect(Buffer.from(await lan.versions.file(id, 'pdf'))).toEqual(Buffer.from(versions.file(id, 'pdf')))
})

test('who is no secretary freezes nothing, on whichever computer', async () => {
  const lan = await fixture.desktop('lan', 'leader')
  await expect(lan.versions.freeze(draft(1), nothing)).rejects.toThrow(refusal('not-allowed'))
  expect(served().ledger.current.drafts).toEqual([])
})

test('versions between drafts are each computer’s own: the host gives them to nobody', async () => {
  const lan = await fixture.desktop('lan')
  const kept = await served().versions.keep('hourly', served().ledger)
  await lan.versions.keep('before-restore')
  expect(lan.versions.list.map(({ cause }) => cause)).toEqual(['before-restore'])
  await expect(lan.versions.read(kept!.id)).rejects.toThrow(refusal('not-found'))
})

test('who wrote in which block since the last draft is known to the host, and with a draft begins anew', async () => {
  const lan = await fixture.desktop('lan')
  typeParagraph(lan.body(), 'Lan viết.')
  const { member } = invited()
  await eventually(() => {
    const blocks = served().versions.authors(null)
    expect(Object.values(blocks).map(({ members }) => members)).toEqual([[member]])
  })
  expect(await lan.versions.authors(null)).toEqual(served().versions.authors(null))
  const before = served().versions.authors(null)
  const version = await lan.versions.freeze(draft(1), nothing)
  expect(await lan.versions.authors(version.id)).toEqual(before)
  expect(served().versions.authors(null)).toEqual({})
})

const invited = () => ({ member: [...served().ledger.current.members.values()].at(-1)!.id })
