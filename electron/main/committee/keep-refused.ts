import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Doc } from 'yjs'
import { Failure } from '../../../shared/ipc/failure'
import type { Denial } from '../../../shared/sync/denial'
import { freePath } from '../../host/store/free-path'
import { createBodyFile } from '../../host/store/report-file'
import type { Tray } from '../../host/tray/tray'
import { words } from './words'

/** Whole replicas that were given up, the newest of them: for the day on which somebody misses a word. */
const kept = 20

interface Putting {
  readonly tray: Tray
  /** Of the report's file. */
  readonly path: () => string
  /** Where copies go. */
  readonly folder: string
}

/** Puts what only a refused replica held into the tray, and a copy of all of it aside. Throws a Failure where it cannot. */
export const keepRefused =
  ({ tray, path, folder }: Putting) =>
  (before: Doc, now: Doc, denial: Denial): void => {
    setAside(before, basename(path(), '.duthao'), folder)
    tray.keepRefused(before, now, denial)
    if (!tray.flush()) throw new Failure('not-ready', words.notPutAway)
  }

function setAside(body: Doc, name: string, folder: string): void {
  mkdirSync(folder, { recursive: true })
  const time = new Date().toISOString().slice(0, 16).replace('T', ' ').replace(':', '.')
  createBodyFile(freePath(folder, words.setAside(name, time), '.duthao'), body)
  const copies = readdirSync(folder)
    .filter(copy => copy.endsWith('.duthao'))
    .map(copy => join(folder, copy))
  const byTime = copies.sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs)
  for (const old of byTime.slice(0, -kept)) rmSync(old)
}
