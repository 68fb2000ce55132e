import { expect, test } from 'vitest'
import { recognise } from '../../../shared/import/recognise'
import type { SourceBlock } from '../../../shared/import/source'
import { sourceFromText } from '../../../shared/import/text/source-from-text'
import { bold, lineBreak, para, source, tableOf } from '../../support/build-source'

/** Seconds of the processor: waiting for a busy machine is not reading. */
function workOf(run: () => unknown): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
const readText = (text: string) => recognise(sourceFromText(text))
const read = (...blocks: SourceBlock[]) => recognise(source(blocks))

// Each of these took minutes, or would, where a pattern or a loop looks twice at the same characters; none takes 2 s
//. The limit tells the two apart on any machine.
const mostSeconds = 15
test.each([
  ['one endless word', () => readText('a'.repeat(2_000_000))],
  ['one endless bold word behind a number', () => read(para(bold(`1. ${'a'.repeat(2_000_000)}`)))],
  ['nothing but spaces between words', () => readText(`1. a${' '.repeat(2_000_000)}b`)],
  ['a note of spaces', () => readText(`x\n. y\n(\ufffd) a${' '.repeat(1_000_000)}b`)],
  ['nothing but quotes', () => read(para(bold(`1. ${'”'.repeat(1_000_000)}x`)))],
  ['tabs on every line', () => readText('\ta\n'.repeat(30_000))],
  ['tabs and blank lines', () => readText('\ta\n\n'.repeat(100_000))],
  ['nothing but broken lines', () => readText('. a\n'.repeat(100_000))],
  ['nothing but breaks', () => read(para(...Array<typeof lineBreak>(100_000).fill(lineBreak), 'x'))],
  ['20 000 headings', () => read(...Array.from({ length: 20_000 }, () => para(bold('1. x'))))],
  ['1000 tables', () => read(...Array.from({ length: 1000 }, () => tableOf([['a', 'b']])))],
])('%s is read in time that grows with its length', (name, run) => {
  const seconds = workOf(run)
  if (process.env['SHOW_COST']) console.log(`${name}: ${seconds.toFixed(2)} s`)
  expect(seconds).toBeLessThan(mostSeconds)
})
