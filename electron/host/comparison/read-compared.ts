import { basename, extname, resolve } from 'node:path'
import type { Author } from '../../../shared/changes/change-list'
import { replay } from '../../../shared/ledger/entry'
import type { Report } from '../../../shared/report/report'
import { schemaVersion } from '../../../shared/report/schema-version'
import { importFile } from '../import/import-file'
import { readEntries } from '../ledger/read-entries'
import { readCopy } from '../store/read-copy'
import { readReportFile } from '../store/report-file'
import { readVersion } from '../versions/read-version'
import { authorsOf } from './authors-of'
import type { Compared } from './compared'
import { words } from './words'
import { writersBetween } from './writers-between'

/** A side as the command line names it. */
interface Named {
  readonly path: string
  readonly kind: 'report' | 'foreign'
  /** Null: the text of today. */
  readonly draft: number | null
}

const foreign = ['.docx', '.txt']

/**
 * Two texts as the command line names them: a report (its text of today), "report#2" (its frozen draft 2), or a Word or
 * text file. Throws a Failure where one cannot be read.
 */
export async function readCompared(was: string, now: string): Promise<Compared> {
  const [old, fresh] = [named(was), named(now)]
  const areOfOneFile = resolve(old.path) === resolve(fresh.path)
  const nameOf = (one: Named): string => {
    if (one.draft !== null) return areOfOneFile ? words.draft(one.draft) : words.draftOf(one.draft, bare(one))
    return areOfOneFile ? words.today : `“${bare(one)}”`
  }
  return {
    was: { name: nameOf(old), report: await read(old) },
    now: { name: nameOf(fresh), report: await read(fresh) },
    authors: fresh.kind === 'report' ? authorsIn(fresh, areOfOneFile ? (old.draft ?? 0) : 0) : new Map(),
  }
}

const bare = ({ path }: Named): string => basename(path, extname(path))

function named(text: string): Named {
  const [, path, draft] = /^(.+)#(\d{1,3})$/u.exec(text) ?? []
  if (path !== undefined) return { path, kind: 'report', draft: Number(draft) }
  const kind = foreign.includes(extname(text).toLowerCase()) ? 'foreign' : 'report'
  return { path: text, kind, draft: null }
}

async function read({ path, kind, draft }: Named): Promise<Report> {
  if (kind === 'foreign') return (await importFile(path)).report
  return draft === null ? readReportFile(path) : readVersion(path, draft)
}

function authorsIn({ path, draft }: Named, after: number): ReadonlyMap<string, Author> {
  const { ledger, versions, kept } = readCopy(path, schemaVersion)
  const { members } = replay(readEntries(ledger.entries).entries)
  return authorsOf(writersBetween({ versions, kept }, { after, upTo: draft }), id => members.get(id)?.name)
}
