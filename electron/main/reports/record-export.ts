import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { Failure } from '../../../shared/ipc/failure'
import { readMembership } from '../../host/peer/membership'
import { askAsMember } from '../../host/sharing/member-ledger'
import type { Program } from '../program'
import { words } from '../words'
import type { OpenReport } from './open-reports'

interface Exported {
  readonly paths: readonly string[]
  readonly official: boolean
}

/** A report, and who keeps its record. */
interface Recorded {
  readonly host: { readonly store: Parameters<typeof readMembership>[0] }
  readonly committee: { readonly sharing: Pick<OpenReport['committee']['sharing'], 'hasCommittee' | 'run'> }
}

/**
 * Enters an export in the committee's record, wherever that is kept. The files are written by then and stay: where the
 * record is not reached this answers why, in words for the person, else null. A report without a committee has none.
 */
export async function recordExport(
  { host, committee }: Recorded,
  { identity }: Pick<Program, 'identity'>,
  { paths, official }: Exported,
): Promise<string | null> {
  const elsewhere = readMembership(host.store)
  if (!elsewhere && !committee.sharing.hasCommittee) return null
  const files = await Promise.all(paths.map(fileAt))
  const command = { kind: 'report.export', files, official }
  try {
    if (elsewhere) await askAsMember(elsewhere, identity(), command)
    else committee.sharing.run(command)
    return null
  } catch (error) {
    if (error instanceof Failure) return words.exportUnrecorded(error.message)
    throw error
  }
}

async function fileAt(path: string): Promise<{ format: 'docx' | 'pdf'; sha256: string }> {
  const format = extname(path).toLowerCase() === '.pdf' ? 'pdf' : 'docx'
  return {
    format,
    sha256: createHash('sha256')
      .update(await readFile(path))
      .digest('hex'),
  }
}
