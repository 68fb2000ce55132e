import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runIsolated } from '../../../electron/host/isolated/run-isolated'
import { buildWorker, type BuiltWorker } from '../../support/build-worker'
import type { ReadingCost } from '../../support/docx-worker'
import { refusedFiles, survivedFiles } from '../../support/hostile-files'

/**
 * Seconds of the processor to refuse a file, and to read a huge one that is sound. What is aimed at is 2 s and a figure
 * of `npm run bench -- files`; these limits only tell work that is bounded from work that is not, on any machine.
 */
const mostSeconds = { refused: 8, read: 30 }
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

/** Reads in a process of its own, as the program does. */
function read(bytes: Uint8Array): Promise<ReadingCost> {
  const path = join(folder, 'file.docx')
  writeFileSync(path, bytes)
  return runIsolated<string, ReadingCost>({ entry: worker.entry, input: path, timeLimit: 55_000 })
}

function expectBounded({ work, memory, refusal }: ReadingCost, name: string): void {
  if (process.env['SHOW_COST']) console.log(`${name}: ${work.toFixed(2)} s, ${Math.round(memory)} MB`)
  expect(work).toBeLessThan(refusal === null ? mostSeconds.read : mostSeconds.refused)
  expect(memory).toBeLessThan(mostMegabytes)
}

describe('a hostile or broken file is refused in words, in bounded work and little memory', () => {
  test.each(Object.entries(refusedFiles))('%s', async (name, [make, words]) => {
    const cost = await read(await make())
    expect(cost.refusal).toContain(words)
    expectBounded(cost, name)
  })
})

describe('an odd file is read, in bounded work and little memory', () => {
  test.each(Object.entries(survivedFiles))('%s', async (name, make) => {
    const cost = await read(await make())
    expect(cost.refusal).toBeNull()
    expectBounded(cost, name)
  })
})
