import { basename, dirname } from 'node:path'
import { freePath } from '../../host/store/free-path'
import type { ReportWindow } from '../windows/report-window'
import { words } from '../words'
import { askWhere } from './ask-where'
import { plainFileName } from './plain-file-name'

type Format = 'docx' | 'pdf'
type Targets = Partial<Record<Format, string>>

/** Where each format goes, one dialog each so that the system asks before anything is replaced; null = cancelled. */
export async function chooseTargets(
  window: ReportWindow,
  proposed: { readonly folder: string; readonly name: string },
  formats: readonly Format[],
): Promise<Targets | null> {
  const targets: Targets = {}
  let { folder } = proposed
  let name = plainFileName(proposed.name)
  for (const format of new Set(formats)) {
    const kind = words.formats[format]
    const extension = `.${format}` as const
    const chosen = await askWhere(window, {
      title: words.exportTo(kind),
      kind,
      extension,
      // A free name: the draft that the report came from lies beside it, often under the same one.
      path: freePath(folder, name, extension),
    })
    if (chosen === null) return null
    targets[format] = chosen
    folder = dirname(chosen)
    name = basename(chosen, extension)
  }
  return targets
}
