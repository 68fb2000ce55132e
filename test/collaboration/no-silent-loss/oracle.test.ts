import { expect, test } from 'vitest'
import { CommitteeHost, Writer } from '../../support/committee-run'
import { contentsOf, lettersOf, typeLetter } from '../../support/followed-letters'
import { editAnywhere } from '../../support/gate-edits'
import { gateReport } from '../../support/gate-report'
import { firstLetter, lettersIn } from '../../support/letters'
import { randomFrom } from '../../support/random'

/** More with RUNS=…; seeds go on from the first. */
const runs = Number(process.env['RUNS'] ?? 120)
const steps = 120

interface Account {
  readonly typed: number
  readonly inReport: number
  readonly deleted: number
  /** In the typist's own tray, or the host's, which the typist sees. */
  readonly inTray: number
  /** Only in the tray of a colleague whose computer noticed it. */
  readonly elsewhere: number
  readonly refusals: number
  readonly vanished: readonly string[]
}

/** A random committee at work; at the end everybody is back and has heard of everything. */
function workTogether(seed: number): Account {
  const random = randomFrom(seed * 7_919)
  for (let warm = 0; warm < 5; warm++) random()
  const host = new CommitteeHost(gateReport())
  const writers = ['an', 'binh', 'chi', 'dung', 'em'].map(name => new Writer(name, host, random))
  const typedBy = new Map<string, Writer>()
  const deleted = new Set<string>()
  for (let step = 0; step < steps; step++) {
    const writer = writers[Math.floor(random() * writers.length)] as Writer
    const act = random()
    if (act < 0.3) type(writer)
    else if (act < 0.45) edit(writer)
    else if (act < 0.5) switchLine(writer)
    else if (act < 0.52) host.lockSome(random)
    else if (act < 0.54) host.unlock()
    else deliverSome()
  }
  host.unlock()
  for (const writer of writers) if (!writer.isOnline) writer.goOnline()
  while (writers.some(writer => writer.lines.some(line => line.deliver())));

  function type(writer: Writer): void {
    const letter = String.fromCodePoint(firstLetter + typedBy.size)
    typeLetter(writer.window, letter, random)
    if (lettersOf(writer.window).has(letter)) typedBy.set(letter, writer)
  }
  function edit(writer: Writer): void {
    const seen = lettersOf(writer.window)
    editAnywhere(writer.window, random)
    const left = lettersOf(writer.window)
    for (const letter of seen) if (!left.has(letter)) deleted.add(letter)
  }
  function switchLine(writer: Writer): void {
    if (writer.isOnline) writer.goOffline()
    else writer.goOnline()
  }
  function deliverSome(): void {
    const lines = writers.flatMap(writer => writer.lines)
    for (let count = 0; count < 8; count++) lines[Math.floor(random() * lines.length)]?.deliver()
  }

  const report = lettersOf(host.body)
  for (const writer of writers) expect(contentsOf(writer.window)).toEqual(contentsOf(host.body))
  const kept = (trays: readonly { tray: Writer['tray'] }[]): Set<string> =>
    new Set(trays.flatMap(({ tray }) => tray.entries.flatMap(({ mine }) => lettersIn(mine))))
  const anywhere = kept([host, ...writers])
  const own = new Map(writers.map(writer => [writer, kept([host, writer])]))
  const gone = [...typedBy].filter(([letter]) => !report.has(letter) && !deleted.has(letter))
  const atHand = gone.filter(([letter, writer]) => own.get(writer)?.has(letter))
  const vanished = gone
    .filter(([letter]) => !anywhere.has(letter))
    .map(([letter, { name }]) => `${name}: ${letter}`)
  return {
    typed: typedBy.size,
    inReport: report.size,
    deleted: deleted.size,
    inTray: atHand.length,
    elsewhere: gone.length - atHand.length - vanished.length,
    refusals: writers.reduce((sum, { refusals }) => sum + refusals, 0),
    vanished,
  }
}

const total = { typed: 0, inTray: 0, elsewhere: 0, refusals: 0 }
const batch = 20
const batches = Array.from({ length: Math.ceil(runs / batch) }, (_, index) => index * batch + 1)

test.each(batches)(
  'every letter is in the report, was deleted by somebody who saw it, or is in the tray (20 committees from seed %i)',
  { timeout: 600_000 },
  async first => {
    const failed: string[] = []
    for (let seed = first; seed < first + batch; seed++) {
      const account = workTogether(seed)
      total.typed += account.typed
      total.inTray += account.inTray
      total.elsewhere += account.elsewhere
      total.refusals += account.refusals
      if (account.vanished.length > 0) failed.push(`seed ${seed}: ${account.vanished.join(', ')}`)
      // Lets the runner say that it is alive.
      await new Promise(resolve => setImmediate(resolve))
    }
    expect(failed).toEqual([])
  },
)

test('the committees met often enough, and were refused often enough, to prove anything', () => {
  if (process.env['RUNS']) console.log(total)
  expect(Math.min(total.inTray, total.elsewhere, total.refusals)).toBeGreaterThan(runs)
})
