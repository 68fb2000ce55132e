import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createReportFile } from '../../electron/host/store/report-file'
import { openReportStore } from '../../electron/host/store/report-store'
import { buildChild } from '../support/build-child'
import { everyMark, isSoundFile, reportToType, type Typed } from '../support/marks'

// With the 12 kills of the real window (test/e2e/crash.spec.ts) these make 100; CRASHES=n runs another number.
const kills = Number(process.env['CRASHES'] ?? 88)
const lanes = 4

let folder = ''
let typist = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crash-test-'))
  typist = await buildChild('typist')
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Lets the program type for a random time, kills it as a power cut would, and tells what had been seen and saved. */
function typeAndKill(
  path: string,
  first: number,
): Promise<{ typed: Typed[]; saved: number; killedAt: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [typist, path, String(first)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const typed: Typed[] = []
    let saved = 0
    let killedAt = 0
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    createInterface({ input: child.stdout }).on('line', line => {
      const [what, number = '0', at = '0'] = line.split(' ')
      if (what === 'typed') typed.push({ number: Number(number), at: Number(at) })
      else if (what === 'saved') saved = Number(number)
      else if (what !== 'saving') errors += line
      if (typed.length === 1 && what === 'typed') setTimeout(kill, 50 + Math.random() * 2200)
    })
    const kill = (): void => {
      killedAt = Date.now()
      child.kill('SIGKILL')
    }
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL' && errors === '') resolve({ typed, saved, killedAt })
      else reject(new Error(`The typist ended by itself: ${errors}`))
    })
  })
}

async function runLane(lane: number, rounds: number): Promise<{ oldestLost: number }> {
  const path = join(folder, `${lane}.duthao`)
  createReportFile(path, reportToType())
  let next = 1
  let oldestLost = 0
  let kept: ReadonlySet<number> = new Set()
  for (let round = 0; round < rounds; round++) {
    const { typed, saved, killedAt } = await typeAndKill(path, next)
    const found = everyMark(path)
    for (const number of kept) expect(found).toContain(number)
    for (const { number, at } of typed) {
      if (found.has(number)) continue
      expect(number).toBeGreaterThan(saved)
      oldestLost = Math.max(oldestLost, killedAt - at)
    }
    expect(isSoundFile(path)).toBe(true)
    kept = found
    next = Math.max(next, ...found, ...typed.map(({ number }) => number)) + 1
  }
  const store = openReportStore(path)
  expect(store.notice).toBeNull()
  store.close()
  return { oldestLost }
}

test(
  `${kills} kills while typing lose nothing older than a second, and nothing called saved`,
  { timeout: 600_000 },
  async () => {
    const rounds = Array.from({ length: lanes }, (_, lane) => Math.ceil((kills - lane) / lanes))
    const results = await Promise.all(rounds.map((count, lane) => runLane(lane, count)))
    const oldest = Math.max(...results.map(({ oldestLost }) => oldestLost))
    console.log(`oldest lost edit: ${oldest} ms before the kill`)
    expect(oldest).toBeLessThan(1000)
  },
)
