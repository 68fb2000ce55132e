import { Failure } from '../../../shared/ipc/failure'
import { words } from './words'

const oldestNode = 22

/**
 * The cluster's code, loaded only when it is asked for: its libraries need a newer Node than everything else here. Throws
 * a Failure under an older one.
 */
export async function withCluster(version = process.versions.node) {
  if (Number.parseInt(version) < oldestNode) throw new Failure('not-ready', words.cluster.oldNode(version))
  return import('../cluster/cluster')
}
