import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createReportFile, readReportFile } from '../../../electron/host/store/report-file'
import { blocksIn, sampleReport } from '../../support/store-fixture'

// The built command line (npm run build makes it), as systemd would run it.
const folder = mkdtempSync(join(tmpdir(), 'serve-command-'))
const path = join(folder, 'Báo cáo.duthao')
createReportFile(path, sampleReport())
afterAll(() => rmSync(folder, { recursive: true }))

interface Said {
  readonly urls: readonly string[]
  readonly certificate: string
  readonly reports: readonly { id: string }[]
}

test('serve says where it listens, lets no stranger in, and ends at once when told to, with the file whole', async () => {
  const arguments_ = [
    '.build/node/cli.js',
    'serve',
    '--data',
    folder,
    '--port',
    '0',
    '--host',
    '127.0.0.1',
    '--json',
  ]
  const child = spawn(process.execPath, arguments_)
  const line = await new Promise<string>(resolve =>
    createInterface({ input: child.stdout }).once('line', resolve),
  )
  const { urls, certificate, reports } = JSON.parse(line) as Said
  expect(certificate).toBe('loopback')
  const stranger = new WebSocket(`${urls[0]!}/${reports[0]!.id}/body?schema=1&token=la`)
  expect(await new Promise(resolve => stranger.on('close', resolve))).toBe(4401)
  child.kill('SIGTERM')
  expect(await new Promise(resolve => child.on('exit', resolve))).toBe(0)
  expect(blocksIn(readReportFile(path))).toHaveLength(2)
})
