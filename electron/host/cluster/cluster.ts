/*
 * What the command line asks of a cluster. Loaded by itself: Hocuspocus needs Node 22, and the rest of the program runs on
 * Node 20.
 */
export { readConfig, type ClusterConfig } from './config'
export { openDatabase, type Database } from './database'
export { listReports, openReport } from './open-reports'
export { putReport } from './put-report'
export { serveCluster, type ServedCluster } from './serve-cluster'
export { takeReport } from './take-report'
