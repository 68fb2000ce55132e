import type { Doc } from 'yjs'
import { Failure } from '../../../shared/ipc/failure'
import { Entry } from '../../../shared/ledger/entry'
import { auditOf, membersOf } from '../../../shared/ledger/ledger-doc'
import type { VersionsAnswer } from '../../../shared/session/version-messages'
import type { Version } from '../../../shared/versions/version'
import type { PartRow } from '../store/version-rows'
import { baseOf } from './part-codec'
import { partsOf, parsedManifest } from './read-manifests'
import type { FreezeCommand, ReportVersions } from './report-versions'
import type { VersionDesk } from './version-desk'
import { words } from './words'

/** The host as this member reaches it. Everything throws a Failure where it cannot be reached or refuses. */
export interface HostOfVersions {
  readonly fetch: (names: readonly string[], writers: boolean) => Promise<VersionsAnswer>
  readonly freeze: (command: FreezeCommand) => Promise<void>
  /** The ledger's room, as it was last heard of. */
  readonly ledger: () => Doc
  readonly onLedger: (listener: () => void) => () => void
}

/** How long the ledger may take to tell of a draft that the host has frozen, in ms. */
const patience = 20_000
/** Names in one request. */
const atOnce = 600

/**
 * The versions of a report that another machine hosts. Which drafts there are stands in its ledger; what is in them is
 * fetched when somebody reads it, and is in this computer's file from then on. Versions between drafts are this computer's
 * own.
 */
export function memberVersions(own: ReportVersions, host: HostOfVersions): VersionDesk {
  const list = (): readonly Version[] => {
    const drafts = draftsIn(host.ledger())
    const between = own.list.filter(({ number }) => number === null)
    return [...drafts, ...between].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  }
  const fetched = async (id: string): Promise<void> => {
    if (!own.list.some(version => version.id === id)) await fetchVersion(id, own, host)
  }
  return {
    get list() {
      return list()
    },
    freeze: async command => {
      await host.freeze(command)
      return await draftHeardOf(command.number, host)
    },
    keep: async cause => {
      await own.keep(cause, null)
    },
    read: async id => {
      await fetched(id)
      return own.read(id)
    },
    file: async (id, format) => {
      await fetched(id)
      return own.file(id, format)
    },
    authors: async id => {
      if (id === null) return (await host.fetch([], true)).writers ?? {}
      await fetched(id)
      return own.authors(id)
    },
    verify: () =>
      own.verify(
        draftsIn(host.ledger()).map(({ id, number }) => ({ number: number ?? 0, manifest: id })),
        false,
      ),
    forCopy: () => own.forCopy(null),
    onChange: listener => {
      const stops = [own.onChange(listener), host.onLedger(listener)]
      return () => stops.forEach(stop => stop())
    },
  }
}

/** The drafts that the ledger tells of. What the host wrote in a way unknown here is left out. */
export function draftsIn(ledger: Doc): Version[] {
  const name = (id: string): string => membersOf(ledger).get(id)?.name ?? ''
  return auditOf(ledger)
    .toArray()
    .flatMap(entry => {
      const { data } = Entry.safeParse(entry)
      if (data?.fact.kind !== 'version.freeze') return []
      const { number, label, date, purpose, manifest, frozen, counts, files } = data.fact
      const by = data.by.kind === 'member' ? { member: data.by.id, name: name(data.by.id) } : null
      return {
        id: manifest,
        number,
        label,
        date,
        purpose,
        cause: 'asked' as const,
        at: frozen,
        by,
        counts,
        files,
      }
    })
}

function draftHeardOf(number: number, host: HostOfVersions): Promise<Version> {
  const find = (): Version | undefined => draftsIn(host.ledger()).find(draft => draft.number === number)
  return new Promise((resolve, reject) => {
    let stop = (): void => undefined
    const end = (): void => {
      clearTimeout(timer)
      stop()
    }
    const look = (): void => {
      const found = find()
      if (!found) return
      end()
      resolve(found)
    }
    const timer = setTimeout(() => {
      end()
      reject(new Failure('not-ready', words.notHeardOf(number)))
    }, patience)
    stop = host.onLedger(look)
    look()
  })
}

/** Fetches what is lacking, checks it by its names, and puts it into the file. */
async function fetchVersion(id: string, own: ReportVersions, host: HostOfVersions): Promise<void> {
  const { manifests } = await host.fetch([id], false)
  const row = manifests.find(found => found.id === id)
  const manifest = row && parsedManifest(row.manifest)
  if (!row || !manifest) throw new Failure('not-found', words.noVersion)
  const parts = await fetchParts(partsOf(manifest), own, host)
  own.takeIn(row, parts)
}

async function fetchParts(
  names: readonly string[],
  own: ReportVersions,
  host: HostOfVersions,
): Promise<Map<string, PartRow>> {
  const here = own.rows.parts
  const got = new Map<string, PartRow>()
  const lacking = new Set(names.filter(name => !here.has(name)))
  while (lacking.size > 0) {
    const { parts } = await host.fetch([...lacking].slice(0, atOnce), false)
    if (parts.length === 0) throw new Failure('unreadable-file', words.damaged)
    for (const { name, bytes, checksum } of parts) {
      const row = { bytes: new Uint8Array(Buffer.from(bytes, 'base64')), checksum }
      got.set(name, row)
      lacking.delete(name)
      const base = baseOf(row.bytes)
      if (base !== null && !here.has(base) && !got.has(base)) lacking.add(base)
    }
  }
  return got
}
