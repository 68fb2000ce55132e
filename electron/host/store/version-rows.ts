import { checksum } from './checksum'
import { blob, quoted, sqliteCodeOf, type Database } from './sqlite'

/**
 * What a report's file holds of its versions. The store keeps it as it is, also where it is damaged: what was frozen is
 * neither mended nor thrown away, and host/versions says what is wrong with it.
 */
export interface VersionRows {
  /** In the order in which they were written. */
  readonly manifests: readonly ManifestRow[]
  /** By name; each belongs to one manifest or several. */
  readonly parts: ReadonlyMap<string, PartRow>
}

export interface ManifestRow {
  /** What it was called when it was written. */
  readonly id: string
  /** JSON. */
  readonly manifest: string
}

export interface PartRow {
  readonly bytes: Uint8Array
  /** Of name and bytes. */
  readonly checksum: string
}

/** What is added in one step, and what is thinned out. */
export interface VersionWrite {
  readonly manifests?: readonly ManifestRow[]
  /** Those that are there already are left alone. */
  readonly parts?: ReadonlyMap<string, PartRow>
  readonly gone?: { readonly manifests: readonly string[]; readonly parts: readonly string[] }
}

export const noVersions: VersionRows = { manifests: [], parts: new Map() }

export const isNoVersions = ({ manifests, parts }: VersionRows): boolean =>
  manifests.length === 0 && parts.size === 0

/** A part put under another name, or with other bytes, does not fit. */
export const partRow = (name: string, bytes: Uint8Array): PartRow => ({ bytes, checksum: sumOf(name, bytes) })

export const isSoundPart = (name: string, row: PartRow): boolean => row.checksum === sumOf(name, row.bytes)

const sumOf = (name: string, bytes: Uint8Array): string =>
  checksum(0, Buffer.concat([Buffer.from(name), bytes]))

const createVersionTables = `
  CREATE TABLE IF NOT EXISTS version (seq INTEGER PRIMARY KEY, id TEXT NOT NULL, manifest TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS version_part (
    name TEXT PRIMARY KEY, bytes BLOB NOT NULL, checksum TEXT NOT NULL
  ) WITHOUT ROWID;
`

/** Reads what can be read; `lost` counts places that SQLite could not. */
export function readVersionRows(database: Database): { rows: VersionRows; lost: number } {
  if (!hasTable(database, 'version')) return { rows: noVersions, lost: 0 }
  const manifests: ManifestRow[] = []
  const parts = new Map<string, PartRow>()
  let lost = 0
  const read = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      if (sqliteCodeOf(error) === null) throw error
      lost++
    }
  }
  read(() =>
    database.each('id, manifest', '(SELECT id, manifest FROM version ORDER BY seq)', (id, manifest) =>
      manifests.push({ id: textOf(id), manifest: textOf(manifest) }),
    ),
  )
  read(() =>
    database.each('name, bytes, checksum', 'version_part', (name, bytes, sum) => {
      // A damaged cell may have become one of another kind.
      const content = bytes instanceof Uint8Array ? bytes : Buffer.from(textOf(bytes))
      parts.set(textOf(name), { bytes: content, checksum: textOf(sum) })
    }),
  )
  return { rows: { manifests, parts }, lost }
}

const textOf = (cell: unknown): string =>
  cell instanceof Uint8Array ? Buffer.from(cell).toString('utf8') : String(cell)

function hasTable(database: Database, name: string): boolean {
  let tables = 0
  database.each('name', `sqlite_schema WHERE type = 'table' AND name = ${quoted(name)}`, () => tables++)
  return tables > 0
}

/** The statements that make the change; the tables come with the first of them. */
export function versionSql({ manifests = [], parts, gone }: VersionWrite): string {
  const statements = [createVersionTables]
  for (const { id, manifest } of manifests)
    statements.push(`INSERT INTO version (id, manifest) VALUES (${quoted(id)}, ${quoted(manifest)});`)
  for (const [name, { bytes, checksum: sum }] of parts ?? [])
    statements.push(
      `INSERT OR IGNORE INTO version_part VALUES (${quoted(name)}, ${blob(bytes)}, ${quoted(sum)});`,
    )
  if (gone && gone.manifests.length > 0)
    statements.push(`DELETE FROM version WHERE id IN (${gone.manifests.map(quoted).join(',')});`)
  if (gone && gone.parts.length > 0)
    statements.push(`DELETE FROM version_part WHERE name IN (${gone.parts.map(quoted).join(',')});`)
  return statements.join('\n')
}

export function afterVersionWrite(
  rows: VersionRows,
  { manifests = [], parts, gone }: VersionWrite,
): VersionRows {
  const [goneIds, goneParts] = [new Set(gone?.manifests), new Set(gone?.parts)]
  const all = new Map([...(parts ?? []), ...rows.parts])
  for (const name of goneParts) all.delete(name)
  return {
    manifests: [...rows.manifests, ...manifests].filter(({ id }) => !goneIds.has(id)),
    parts: all,
  }
}
