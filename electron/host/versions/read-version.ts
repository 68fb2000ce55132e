import { Failure } from '../../../shared/ipc/failure'
import { fromReportJson } from '../../../shared/report/report-json'
import type { Report } from '../../../shared/report/report'
import { schemaVersion } from '../../../shared/report/schema-version'
import { refuseHeld } from '../store/held-files'
import { readCopy } from '../store/read-copy'
import type { VersionRows } from '../store/version-rows'
import { Parts, PartFault } from './parts'
import { readManifests, type ReadManifest } from './read-manifests'
import { readText } from './read-text'
import { words } from './words'

/** A version of a report's file, by the number of the draft or by its id; the file is left as it is. Throws a Failure. */
export function readVersion(path: string, which: number | string): Report {
  refuseHeld(path)
  const { versions } = readCopy(path, schemaVersion)
  return fromReportJson(JSON.parse(readVersionText(versions, which)))
}

function readVersionText(versions: VersionRows, which: number | string): string {
  const found = readManifests(versions.manifests).find(isIt(which))
  if (!found)
    throw new Failure('not-found', typeof which === 'number' ? words.noDraft(which) : words.noVersion)
  try {
    return readText(found.manifest, new Parts(versions.parts))
  } catch (error) {
    if (error instanceof PartFault) throw new Failure('unreadable-file', words.damaged)
    throw error
  }
}

const isIt =
  (which: number | string) =>
  ({ id, manifest }: ReadManifest): boolean =>
    typeof which === 'number' ? manifest.number === which : id === which
