import { dirname, resolve } from 'node:path'
import { Failure } from '../../../shared/ipc/failure'
import { schemaVersion } from '../../../shared/report/schema-version'
import { hostFolderOf, readHostCard, type HostCard } from '../identity/host-card'
import { command } from '../identity/peer'
import { LedgerHost } from '../ledger/ledger-host'
import type { Contents } from '../store/contents'
import { readCopy } from '../store/read-copy'
import { openReportStore } from '../store/report-store'

/** A report's file and the host that serves its folder, as far as there is one. */
export interface Place {
  readonly file: string
  readonly hostFolder: string
  readonly card: HostCard | null
}

export function placeOf(file: string, data: string | undefined): Place {
  const hostFolder = hostFolderOf(resolve(data ?? dirname(file)))
  return { file, hostFolder, card: readHostCard(hostFolder) }
}

/** The file as it is on the disk, read past a host that holds it. Throws a Failure. */
export const contentsOf = ({ file }: Place): Contents => readCopy(file, schemaVersion)

type Done = { readonly member: string | null; readonly secret: string | null }

/**
 * Gives the ledger a command as its operator: through the running host, which holds the file, else in the file itself.
 * Throws a Failure with the reason where it is refused.
 */
export async function askLedger({ file, card }: Place, reportId: string, asked: object): Promise<Done> {
  const reply = card?.control ? await throughHost(card, reportId, asked) : null
  const done = reply ?? inFile(file, asked)
  if (!done.ok) throw new Failure('not-allowed', done.message)
  return done
}

/** Null where the host is not running after all, or has not opened this report. */
async function throughHost(card: HostCard, reportId: string, asked: object) {
  try {
    return await command(card, reportId, asked)
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}

function inFile(file: string, asked: object) {
  const store = openReportStore(file)
  try {
    if (store.readOnly !== null) throw new Failure('read-only', store.readOnly)
    return new LedgerHost(store).run(asked, { kind: 'operator' })
  } finally {
    store.close()
  }
}
