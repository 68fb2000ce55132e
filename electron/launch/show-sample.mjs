import { mkdirSync, rmSync } from 'node:fs'
import { inRoot } from './paths.mjs'
import { run } from './run.mjs'
import { say } from './say.mjs'
import { words } from './words.mjs'

/**
 * The main job without a window: the sample report in, Word and PDF out.
 * @returns {Promise<number>} exit code
 */
export async function showSample() {
  const report = inRoot('out/bao-cao-mau.duthao')
  const docx = inRoot('out/bao-cao-mau.docx')
  const pdf = inRoot('out/bao-cao-mau.pdf')
  mkdirSync(inRoot('out'), { recursive: true })
  // The command line refuses to write over a report; this one is only the last run's.
  for (const suffix of ['', '-wal', '-shm']) rmSync(report + suffix, { force: true })

  const cli = inRoot('.build/node/cli.js')
  const steps = [
    ['import', inRoot('resources/sample/bao-cao-mau.docx'), '-o', report],
    ['export', report, '--docx', docx, '--pdf', pdf],
  ]
  for (const args of steps) {
    const { code } = await run(process.execPath, [cli, ...args], { timeout: 120_000 })
    if (code !== 0) return (say(words.sampleFailed), code)
  }
  say(words.sampleDone([report, docx, pdf]))
  return 0
}
