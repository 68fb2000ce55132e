import { basename, dirname } from 'node:path'
import { writeFileWhole } from '../../host/export/write-file'
import { freePath } from '../../host/store/free-path'
import { draftFileName } from '../../../shared/versions/draft-mark'
import type { CommandHandlers } from '../ipc/register-commands'
import { askWhere } from '../files/ask-where'
import { plainFileName } from '../files/plain-file-name'
import type { Caller, Program } from '../program'
import type { ReportWindow } from '../windows/report-window'
import { words } from '../words'
import { reportOf } from './report'

type VersionCommands = Extract<keyof CommandHandlers<Caller>, `version.${string}`>

/** How long windows may take to hand over what was typed, in ms. */
const patience = 1000

export const versionHandlers = (program: Program): Pick<CommandHandlers<Caller>, VersionCommands> => ({
  'version.freeze': async ({ taskId, ...draft }, window) => {
    const report = reportOf(window)
    // What was typed until now belongs into the draft, and what cannot be written must not seem to be frozen.
    await report.host.settle(patience)
    const version = await program.tasks.run(window, taskId, ({ signal, progress }) => {
      let done = 0
      const onStep = (step: string): void => progress(step, done++, 4)
      return report.versions.freeze({ kind: 'version.freeze', ...draft }, { signal, onStep })
    })
    return { version }
  },
  'version.keep': async ({ cause }, window) => {
    const report = reportOf(window)
    await report.host.settle(patience)
    await report.versions.keep(cause)
    return {}
  },
  'version.read': async ({ id }, window) => ({ report: await reportOf(window).versions.read(id) }),
  'version.file': async ({ id, format }, window) => ({
    path: await saveFile(program, window, { id, format }),
  }),
  'version.verify': async (_input, window) => ({ faults: [...(await reportOf(window).versions.verify())] }),
  'version.authors': async ({ id }, window) => ({ blocks: await reportOf(window).versions.authors(id) }),
})

async function saveFile(
  program: Program,
  window: ReportWindow,
  { id, format }: { readonly id: string; readonly format: 'docx' | 'pdf' },
): Promise<string | null> {
  const report = reportOf(window)
  // Before a place is asked for: a file that is not whole is not offered.
  const bytes = await report.versions.file(id, format)
  const number = report.versions.list.find(version => version.id === id)?.number
  const name = draftFileName(basename(report.path, '.duthao'), number ? String(number) : '')
  const kind = words.formats[format]
  const path = await askWhere(window, {
    title: words.exportTo(kind),
    path: freePath(dirname(report.path), plainFileName(name), `.${format}`),
    kind,
    extension: `.${format}`,
  })
  if (path === null) return null
  await writeFileWhole(path, bytes)
  program.chosen.add(path)
  return path
}
