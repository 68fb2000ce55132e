import type { ClusterConfig } from '../cluster/config'
import type { Output } from './command'
import { readClusterConfig } from './cluster-config'
import { untilStopped, whyShutOut } from './running'
import { withCluster } from './with-cluster'
import { words } from './words'

interface Asked {
  /** What the command line says in place of the configuration. */
  readonly given: Partial<Pick<ClusterConfig, 'host' | 'port'>>
  readonly json: boolean
}

/** Serves as one instance of a cluster until the program is asked to end. Throws a Failure where it cannot. */
export async function serveAsInstance(path: string, { given, json }: Asked, output: Output): Promise<void> {
  const cluster = await withCluster()
  const config = { ...readClusterConfig(cluster, path), ...given }
  const served = await cluster.serveCluster(config, {
    onShutOut: error => output.err(whyShutOut(error)),
    onBug: error => output.err(words.broken + String(error)),
  })
  const stopped = untilStopped()
  const { urls, certificate } = served
  const reports = served.reports()
  if (json) output.out(JSON.stringify({ urls, certificate, reports }))
  else {
    output.out(words.cluster.count(reports.length))
    output.out(words.serve.listening(urls))
    output.out(certificate === 'loopback' ? words.serve.loopback : words.serve.certificate(certificate))
  }
  await stopped
  await served.close()
  output.err(words.serve.stopping)
}
