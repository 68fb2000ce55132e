import { join } from 'node:path'
import { encodeStateAsUpdate } from 'yjs'
import { WebSocket } from 'ws'
import { createReportFile } from '../../electron/host/store/report-file'
import type { Report } from '../../shared/report/report'
import { schemaVersion } from '../../shared/report/schema-version'
import { readFrame } from '../../shared/sync/sync-frames'
import { buildChild } from '../support/build-child'
import { startChildHost, type ChildHost } from '../support/child-host'
import { docOf } from './sample-report'
import { connectTypist, type Typist } from './typists'

export const people = 50

/** `at-once`: our host, without letting changes wait for company. */
export type Kind = 'host' | 'at-once' | 'relay' | 'y-websocket-server'

export interface Programs {
  readonly folder: string
  readonly path: Readonly<Record<Kind, string>>
}

export async function buildPrograms(folder: string): Promise<Programs> {
  const host = await buildChild('committee-host')
  return {
    folder,
    path: {
      host: host,
      'at-once': host,
      relay: await buildChild('relay'),
      'y-websocket-server': await buildChild('y-websocket-server'),
    },
  }
}

export interface Office {
  readonly program: ChildHost
  readonly typists: readonly Typist[]
  readonly close: () => Promise<void>
}

let offices = 0

/** Starts a host for a report. */
export async function startHost(kind: Kind, report: Report, { folder, path }: Programs): Promise<ChildHost> {
  const file = join(folder, `${kind}-${++offices}.duthao`)
  createReportFile(file, report)
  return startChildHost(path[kind], [file, ...(kind === 'at-once' ? ['0', '0'] : [])])
}

/** A host with `people` machines connected to it. */
export async function openOffice(kind: Kind, report: Report, programs: Programs): Promise<Office> {
  const program = await startHost(kind, report, programs)
  // What the machines start from: the host's own replica, so that keys build on words that it has.
  const state =
    kind === 'relay'
      ? encodeStateAsUpdate(docOf(report))
      : await wholeReport(program.port, new Uint8Array([0]))
  const typists: Typist[] = []
  for (let at = 0; at < people; at++)
    typists.push(await connectTypist(program.port, `m${at}`, state, kind !== 'relay'))
  return {
    program,
    typists,
    close: async () => {
      for (const { socket } of typists) socket.terminate()
      await program.kill()
    },
  }
}

/** Joins as one who has `vector` and gives back what the host sends. */
export function wholeReport(port: number, vector: Uint8Array): Promise<Uint8Array> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/bao-cao/body?schema=${schemaVersion}&session=reader`)
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => socket.send(new Uint8Array([0, 0, vector.length, ...vector])))
    socket.on('message', data => {
      const frame = readFrame(data as Buffer)
      if (frame.kind !== 'rest') return
      resolve(frame.update)
      socket.terminate()
    })
  })
}
