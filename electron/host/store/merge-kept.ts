import type { KeptChange, KeptRows, KeptSubject } from './kept-rows'

/** What is taken down beside the file while that cannot be written: what a person says, and what was begun to be said. */
export const recovered = ['review', 'draft'] as const satisfies readonly KeptSubject[]

export interface KeptSides {
  /** As the file had it when it could be written last. */
  readonly before: KeptRows
  /** As it is to be. */
  readonly ours: KeptRows
  /** As the file has it now: another program may have been there meanwhile. */
  readonly theirs: KeptRows
}

const none: ReadonlyMap<string, Uint8Array> = new Map()

/** The changes that bring a file what it lacks of ours; what others put there stays. */
export function mergeKept({ before, ours, theirs }: KeptSides): ReadonlyMap<KeptSubject, KeptChange> {
  const changes = recovered.map((subject): [KeptSubject, KeptChange] => {
    const of = (rows: KeptRows): Rows => rows.get(subject) ?? none
    const sides: Sides = [of(before), of(ours), of(theirs)]
    return [subject, subject === 'review' ? mergeSeries(sides) : mergeNamed(sides)]
  })
  return new Map(changes.filter(([, change]) => change.size > 0))
}

type Rows = ReadonlyMap<string, Uint8Array>
type Sides = readonly [before: Rows, ours: Rows, theirs: Rows]

/** Where both have changed a row, the one that says something is kept; where both do, ours. */
function mergeNamed([before, ours, theirs]: Sides): KeptChange {
  const change = new Map<string, Uint8Array | null>()
  for (const name of changedIn(before, ours)) {
    const mine = ours.get(name) ?? null
    if (mine !== null || isSame(theirs.get(name), before.get(name))) change.set(name, mine)
  }
  return change
}

/** Rows of a series say something each, whatever their number is: the one in the way goes to a number far behind. */
function mergeSeries([before, ours, theirs]: Sides): KeptChange {
  const change = new Map<string, Uint8Array | null>()
  for (const name of changedIn(before, ours)) {
    const [mine, there] = [ours.get(name) ?? null, theirs.get(name)]
    const isTheirs = there !== undefined && !isSame(there, before.get(name))
    if (isTheirs && mine !== null && !isSame(there, mine)) change.set(farBehind(name, theirs, change), there)
    if (mine !== null || !isTheirs) change.set(name, mine)
  }
  return change
}

/** Far enough that what goes on counting from its own numbers does not come there. */
const distance = 1_000_000

function farBehind(name: string, ...taken: readonly Pick<Rows, 'has'>[]): string {
  const [series = '', number = ''] = name.split(':')
  let at = Number(number) + distance
  while (taken.some(rows => rows.has(`${series}:${at}`))) at += distance
  return `${series}:${at}`
}

const changedIn = (before: Rows, ours: Rows): string[] =>
  [...new Set([...before.keys(), ...ours.keys()])].filter(name => !isSame(before.get(name), ours.get(name)))

const isSame = (one: Uint8Array | undefined, other: Uint8Array | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && Buffer.compare(one, other) === 0)
