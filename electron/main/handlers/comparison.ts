import { basename, dirname, extname } from 'node:path'
import { authorsOf } from '../../host/comparison/authors-of'
import type { Compared, Side } from '../../host/comparison/compared'
import { exportChanges } from '../../host/comparison/export-changes'
import { exportRedline } from '../../host/comparison/export-redline'
import { words } from '../../host/comparison/words'
import type { BlockWriters } from '../../host/versions/writers'
import type { Author } from '../../../shared/changes/change-list'
import { Failure } from '../../../shared/ipc/failure'
import { fromReportJson } from '../../../shared/report/report-json'
import { readReport } from '../../../shared/sync/read-report'
import type { Source } from '../../../shared/versions/source'
import { chooseTargets } from '../files/choose-targets'
import type { CommandHandlers } from '../ipc/register-commands'
import { forkUtility } from '../isolated/fork-utility'
import type { Caller, Program } from '../program'
import type { ReportWindow } from '../windows/report-window'
import { words as mainWords } from '../words'
import { reportOf } from './report'

export const comparisonHandlers = (program: Program): Pick<CommandHandlers<Caller>, 'comparison.export'> => ({
  'comparison.export': async ({ was, now, what, formats, taskId }, window) => {
    const [old, fresh] = [nameOf(program, window, was), nameOf(program, window, now)]
    const { path } = reportOf(window)
    const name = words.fileNames[what](basename(path, extname(path)), old, fresh)
    const targets = await chooseTargets(window, { folder: dirname(path), name }, formats)
    if (!targets) return { paths: [], warnings: [] }
    const { paths, warnings } = await program.tasks.run(window, taskId, async task => {
      const compared: Compared = {
        was: { name: old, report: await read(program, window, was) },
        now: { name: fresh, report: await read(program, window, now) },
        authors: await authorsBetween(window, was, now),
      }
      const options = {
        ...targets,
        signal: task.signal,
        onProgress: ({ step, done, of }: { step: string; done: number; of: number }) =>
          task.progress(step, done, of),
        isolate: { fork: forkUtility },
      }
      return what === 'changes'
        ? exportChanges(compared, options)
        : exportRedline(compared, personAt(program, window), options)
    })
    program.chosen.add(...paths)
    return { paths: [...paths], warnings: warnings.map(({ message }) => message) }
  },
})

/** As the two texts are called on paper. Throws a Failure where there is no such source any more. */
function nameOf(program: Program, window: ReportWindow, source: Source): string {
  if (source.kind === 'today') return words.today
  if (source.kind === 'file') return `“${program.readFiles.find(source.token).name}”`
  const version = reportOf(window).versions.list.find(({ id }) => id === source.id)
  if (!version) throw new Failure('not-found', mainWords.versionGone)
  return version.number === null ? words.kept(version.at) : words.draft(version.number)
}

async function read(program: Program, window: ReportWindow, source: Source): Promise<Side['report']> {
  if (source.kind === 'file') return program.readFiles.find(source.token).report
  const { host, versions } = reportOf(window)
  if (source.kind === 'version') return fromReportJson(JSON.parse(await versions.read(source.id)))
  await host.settle(1000)
  return readReport(reportOf(window).host.store.body)
}

/** Who wrote between two texts of this report: draft by draft, and since the last one. */
async function authorsBetween(
  window: ReportWindow,
  was: Source,
  now: Source,
): Promise<ReadonlyMap<string, Author>> {
  if (now.kind === 'file') return new Map()
  const { versions, committee } = reportOf(window)
  const at = (source: Source): number =>
    source.kind === 'version' ? versions.list.findIndex(({ id }) => id === source.id) : -1
  const until = now.kind === 'today' ? versions.list.length : at(now) + 1
  const between = versions.list
    .slice(at(was) + 1, until)
    .filter(({ id, number }) => number !== null || isNow(now, id))
  const writers: BlockWriters[] = []
  for (const { id } of between) writers.push(await versions.authors(id))
  if (now.kind === 'today') writers.push(await versions.authors(null))
  const names = new Map(committee.ledger.members.map(({ id, name }) => [id, name]))
  return authorsOf(writers, id => names.get(id))
}

const isNow = (now: Source, id: string): boolean => now.kind === 'version' && now.id === id

const personAt = (program: Program, window: ReportWindow): string =>
  reportOf(window).committee.state.self?.name ?? (program.person.read().name || words.nobody)
