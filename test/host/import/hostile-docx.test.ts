import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runIsolated } from '../../../electron/host/isolated/run-isolated'
import { buildWorker, type BuiltWorker } from '../../support/build-worker'
import type { ReadingCost } from '../../support/docx-worker'
import { refusedFiles, survivedFiles } from '../../support/hostile-files'

/** To refuse, and to read a huge file that is sound: such a one may take the time it needs, as long as it ends. */
const mostSeconds = { refused: 2, read: 15 }
const mostMegabytes = 500

let worker: BuiltWorker
let folder: string
beforeAll(async () => {
  worker = await buildWorker('test/support/docx-worker.ts')
  folder = mkdtempSync(join(tmpdir(), 'du-thao-hostile-'))
}, 60_000)
afterAll(() => {
  worker.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** Reads in a process of its own, as the program does, and measures from its start to its answer. */
async function read(bytes: Uint8Array): Promise<ReadingCost & { readonly seconds: number }> {
  const path = join(folder, 'file.docx')
  writeFileSync(path, bytes)
  const started = performance.now()
  const cost = await runIsolated<string, ReadingCost>({ entry: worker.entry, input: path })
  // On a busy machine waiting is not reading: then the processor's time is the fairer measure.
  return { ...cost, seconds: Math.min((performance.now() - started) / 1000, cost.work) }
}

function expectBounded({ seconds, memory, refusal }: Awaited<ReturnType<typeof read>>, name: string): void {
  if (process.env['SHOW_COST']) console.log(`${name}: ${seconds.toFixed(2)} s, ${Math.round(memory)} MB`)
  expect(seconds).toBeLessThan(refusal === null ? mostSeconds.read : mostSeconds.refused)
  expect(memory).toBeLessThan(mostMegabytes)
}

describe('a hostile or broken file is refused in words, quickly and in little memory', () => {
  test.each(Object.entries(refusedFiles))('%s', async (name, [make, words]) => {
    const cost = await read(await make())
    expect(cost.refusal).toContain(words)
    expectBounded(cost, name)
  })
})

describe('an odd file is read, in bounded time and little memory', () => {
  test.each(Object.entries(survivedFiles))('%s', async (name, make) => {
    const cost = await read(await make())
    expect(cost.refusal).toBeNull()
    expectBounded(cost, name)
  })
})
