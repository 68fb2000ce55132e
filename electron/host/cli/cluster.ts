import { resolve } from 'node:path'
import { Failure } from '../../../shared/ipc/failure'
import type { Database } from '../cluster/database'
import { readClusterConfig } from './cluster-config'
import { UsageError, type Command, type Output } from './command'
import { askedOfMembers, memberOptions, sayMembers } from './members'
import { parseArguments } from './parse-arguments'
import { withCluster } from './with-cluster'
import { words } from './words'

const actions = ['list', 'put', 'take', 'members'] as const

export const clusterCommand: Command = {
  name: 'cluster',
  synopsis:
    '(list | put BÁO_CÁO.duthao | take MÃ -o TỆP.duthao | members MÃ [--revoke MÃ | --restore MÃ | --withdraw GIẤY_MỜI]) --config CẤU_HÌNH.json [--json]',
  summary: words.summaries.cluster,
  async run(args, output) {
    const [given, ...rest] = args
    const action = actions.find(known => known === given)
    if (!action) throw new UsageError(words.cluster.actions(actions))
    const { file, values } = parseArguments(action === 'list' ? ['', ...rest] : rest, {
      config: { type: 'string' },
      out: { type: 'string', short: 'o' },
      ...memberOptions,
      json: { type: 'boolean', default: false },
    })
    if (values.config === undefined) throw new UsageError(words.cluster.configMissing)
    const cluster = await withCluster()
    const config = readClusterConfig(cluster, values.config)
    const database = await cluster.openDatabase(config.postgres, error =>
      output.err(words.broken + String(error)),
    )
    try {
      const asked = { cluster, database, output, json: values.json }
      if (action === 'list') await list(asked)
      else if (action === 'put') await put(resolve(file), asked)
      else if (action === 'members') await members(file, askedOfMembers(values), asked)
      else if (values.out === undefined) throw new UsageError(words.outMissing)
      else {
        await cluster.takeReport(database, file, resolve(values.out))
        output.out(words.written(values.out))
      }
    } finally {
      await database.close()
    }
  },
}

interface Asked {
  readonly cluster: Awaited<ReturnType<typeof withCluster>>
  readonly database: Database
  readonly output: Output
  readonly json: boolean
}

async function list({ cluster, database, output, json }: Asked): Promise<void> {
  const reports = await cluster.listReports(database)
  if (json) output.out(JSON.stringify(reports.map(({ id, title }) => ({ id, title }))))
  else if (reports.length === 0) output.out(words.cluster.none)
  else output.out(reports.map(({ id, title }) => `${id} · ${title}`).join('\n'))
}

async function put(path: string, { cluster, database, output, json }: Asked): Promise<void> {
  const done = await cluster.putReport(database, path)
  output.out(json ? JSON.stringify(done) : words.cluster.put(done.title, done.id))
}

/** Running instances hear of a change at once, through the database. */
async function members(
  id: string,
  commands: readonly object[],
  { cluster, database, output, json }: Asked,
): Promise<void> {
  const report = await cluster.openReport(database, id)
  for (const command of commands) {
    const reply = await report.run(command, { kind: 'operator' })
    if (!reply.ok) throw new Failure('not-allowed', reply.message)
  }
  sayMembers(report.current, json, output)
}
