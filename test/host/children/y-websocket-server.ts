/* The usual host of y-websocket, to compare with: no gate, no file. Argument: report file to begin with. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { getYDoc, setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'
import { readReportFile } from '../../../electron/host/store/report-file'
import { writeReport } from '../../../shared/sync/write-report'

const [path = ''] = process.argv.slice(2)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

writeReport(getYDoc('bao-cao/body'), readReportFile(path))
const server = createServer()
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', setupWSConnection)
server.listen(0, '127.0.0.1', () => say(`listening ${(server.address() as AddressInfo).port}`))

createInterface({ input: process.stdin })
  .on('line', () => {
    const { user, system } = process.cpuUsage()
    say(`used ${(user + system) / 1000} ${process.memoryUsage().rss}`)
  })
  .on('close', () => process.exit(0))
