import { spawn } from 'node:child_process'
import { existsSync, readdirSync, renameSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { beforeAll, describe, expect, test } from 'vitest'
import { MemberReview } from '../../../electron/host/peer/member-review'
import { HostedReview } from '../../../electron/host/review/hosted-review'
import { recoveredReports } from '../../../electron/host/store/take-recovery'
import { noLocks } from '../../../shared/permissions/locks'
import { buildChild } from '../../support/build-child'
import { randomFrom } from '../../support/random'
import { withReportFile } from '../../support/store-fixture'

const file = withReportFile()
let program = ''
beforeAll(async () => {
  program = await buildChild('reviewer')
})

/** Lets somebody add until so many steps are kept, and kills the program in the midst of the next one. */
async function addUntilKilled(
  part: string,
  steps: number,
  wait: number,
  more: readonly string[] = [],
): Promise<string[][]> {
  const args = [program, file.path, part, ...more]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const kept: string[][] = []
  const dead = new Promise(resolve => child.once('exit', resolve))
  const lines = createInterface({ input: child.stdout })
  lines.on('line', line => {
    kept.push(line.split(' '))
    if (kept.length === steps) setTimeout(() => child.kill('SIGKILL'), wait)
  })
  await dead
  await new Promise(resolve => (child.stdout.closed ? resolve(null) : child.stdout.once('close', resolve)))
  return kept
}

/** The ids in the file, as the next program finds them. */
function idsIn(part: string, path = file.path): string[] {
  const store = file.open(path, { recoveryFolder: file.recoveryFolder })
  const review =
    part === 'host' ? new HostedReview(store) : new MemberReview(store, { keepRefused: () => undefined })
  if (review instanceof MemberReview)
    review.reviewer = {
      self: () => 'lan',
      committee: () => ({
        member: id => ({ id, role: 'leader', grants: new Map() }),
        ...{ locks: () => noLocks, founder: () => null },
      }),
      body: () => store.body,
    }
  const ids = review.known.map(({ record }) => record.id)
  review.close()
  store.close()
  return ids
}

test.each(['host', 'member'])(
  'what a %s has added is in the file after a kill -9, whole steps of it, each time again',
  async part => {
    const random = randomFrom(5)
    const added: string[][] = []
    for (let round = 0; round < 6; round++) {
      // Rows are gathered into one now and then; kills fall into that too.
      added.push(...(await addUntilKilled(part, 20 + Math.floor(random() * 150), random() * 8)))
      const there = new Set(idsIn(part))
      for (const step of added) expect(step.filter(id => !there.has(id))).toEqual([])
    }
    const all = idsIn(part)
    expect(new Set(all).size).toBe(all.length)
    // A step more at each kill at most: kept, and not said any more.
    expect(all.length - added.flat().length).toBeLessThanOrEqual(6 * 2)
  },
)

describe.each(['host', 'member'])('what a %s adds while the file is gone, until a kill -9,', part => {
  test.each(['comes back', 'stays away'])('is there at the next start, where the file %s', async after => {
    const random = randomFrom(6)
    const steps = 30 + Math.floor(random() * 250)
    const added = await addUntilKilled(part, steps, random() * 8, [file.recoveryFolder])
    // Where it took long the program has written the file anew.
    if (after === 'comes back' && !existsSync(file.path)) renameSync(`${file.path}.gone`, file.path)
    const [path] = recoveredReports(file.folder, { recoveryFolder: file.recoveryFolder })
    const there = new Set(idsIn(part, path))
    expect(added.flat().filter(id => !there.has(id))).toEqual([])
    expect(readdirSync(file.recoveryFolder)).toEqual([])
  })
})
