import { resolve } from 'node:path'
import type { ClusterConfig } from '../cluster/config'
import type { withCluster } from './with-cluster'

/** The configuration of a file; `-`: of the environment alone. Throws a Failure. */
export const readClusterConfig = (
  { readConfig }: Awaited<ReturnType<typeof withCluster>>,
  path: string,
): ClusterConfig => readConfig(path === '-' ? '' : resolve(path))
